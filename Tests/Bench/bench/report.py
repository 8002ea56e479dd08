"""The figures, beside what they should be."""


class Report:
    def __init__(self):
        self.rows = []

    def add(self, what, figure, goal=None, met=None):
        verdict = "" if met is None else ("yes" if met else "NO")
        self.rows.append((what, figure, goal or "", verdict))
        print(f"= {what}: {figure} {('(goal ' + goal + ')') if goal else ''} {verdict}", flush=True)

    def show(self):
        head = ("what", "measured", "goal", "met")
        widths = [max(len(row[i]) for row in [head, *self.rows]) for i in range(4)]
        print()
        for row in [head, tuple("-" * width for width in widths), *self.rows]:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
