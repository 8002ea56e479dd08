"""What a gateway costs that has every watch armed and nothing to do."""
from .process import pause

# Two rounds of the auditor, which looks at every watch once a minute.
IDLE_SECONDS = 120
CALM_SECONDS = 5


def measure(run, armed, empty):
    report = run.report
    empty.start()
    pause(CALM_SECONDS)
    before = empty.running.resident_bytes()
    empty.stop()
    ready = armed.start()
    pause(CALM_SECONDS)
    began = armed.running.cpu_seconds()
    pause(IDLE_SECONDS)
    used = armed.running.cpu_seconds() - began
    after = armed.running.resident_bytes()
    armed.stop()
    share = 100 * used / IDLE_SECONDS
    each = max(0, after - before) / run.settings.watches
    report.add("ready after", f"{ready:.2f} s", "3 s", ready < 3)
    report.add("idle CPU of a core", f"{share:.2f} %", "1 %", share < 1)
    report.add("memory, empty and armed", f"{before >> 20} MiB, {after >> 20} MiB")
    report.add("memory an armed watch", f"{each:.0f} B", "2048 B", each < 2048)
