"""One run from beginning to end."""
import os
import platform
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from . import idle, inbound, lateness
from .gateway import Gateway
from .load import Sink, generate, text_body
from .people import write_senders, write_table
from .process import free_port
from .report import Report
from .settings import Programs, Settings


class Run:
    def __init__(self, folder):
        self.settings = Settings()
        self.programs = Programs(self.settings)
        self.folder = Path(folder)
        self.report = Report()
        self.senders = self.folder / "senders.txt"
        write_senders(self.senders, self.settings.watches)


def main():
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        run = Run(folder)
        show_machine()
        try:
            measure(run)
        finally:
            show_machine()
            run.report.show()


def show_machine():
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"# {platform.machine()}, {os.cpu_count()} cores, load {load}", flush=True)


def measure(run):
    sink_port = free_port()
    base = seed(run, sink_port)
    empty = Gateway(run.programs, run.folder / "empty", sink_port)
    sink = Sink(run.programs, sink_port, "/dev/null")
    armed = Gateway(run.programs, run.folder / "armed", sink_port)
    base.copy_database_to(armed)
    rate = arm(run, armed, sink)
    if run.settings.wants("idle"):
        armed.stop()
        idle.measure(run, armed, empty)
        armed.start()
    if run.settings.wants("inbound"):
        inbound.measure(run, armed)
    armed.stop()
    sink.stop()
    if run.settings.wants("lateness"):
        lateness.measure(run, base, rate)


def seed(run, sink_port):
    """A database with everybody in it, and nothing else."""
    base = Gateway(run.programs, run.folder / "base", sink_port)
    table = run.folder / "people.csv"
    write_table(table, run.settings.watches)
    base.start()
    base.stop()
    began = time.monotonic()
    base.command("person", "import", str(table))
    run.report.add(f"import of {run.settings.watches} people", f"{time.monotonic() - began:.1f} s")
    return base


def arm(run, gateway, sink):
    """Everybody sends a text that starts a watch, which ends hours after the run."""
    gateway.start()
    end = datetime.now(ZoneInfo("Europe/Stockholm")) + timedelta(hours=12)
    body = text_body(end.strftime("%H.%M") + "+m%C3%B6te+Folkets+hus")
    found = generate(run.programs, gateway.sms_url, "-L", run.senders, "-b", body,
                     total=run.settings.watches)
    run.report.add("watches armed by text", f"{found['rps']:.0f}/s")
    began = time.monotonic()
    if not sink.wait_until_quiet(300):
        print("  ! receipts were still leaving after 300 s", flush=True)
    run.report.add("last receipt after the last text", f"{time.monotonic() - began:.0f} s")
    return found["rps"]
