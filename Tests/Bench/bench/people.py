"""The people of a run, and their numbers; made up by counting."""
import random


def number(index):
    return f"+4673{index:07d}"


def in_form(index):
    return "%2B" + number(index)[1:]


def write_table(path, count):
    with open(path, "w") as table:
        table.write("name,number\n")
        for index in range(count):
            table.write(f"Person {index},{number(index)}\n")


def write_senders(path, count):
    """One sender a line for the load generator, in an order that no cache can foresee."""
    order = list(range(count))
    random.Random(1).shuffle(order)
    with open(path, "w") as lines:
        lines.writelines(in_form(index) + "\n" for index in order)
