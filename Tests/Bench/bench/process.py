"""A program that runs beside us, and what it costs."""
import os
import socket
import subprocess
import threading
import time

from .settings import say

_never = threading.Event()


def pause(seconds):
    """Lets the programs run on; nothing of ours is waited for here."""
    _never.wait(max(0, seconds))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Running:
    def __init__(self, command, environment=None, log=None):
        say(command)
        self.log = open(log, "ab") if log else subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, env={**os.environ, **(environment or {})}, stdout=self.log, stderr=self.log)

    @property
    def pid(self):
        return self.process.pid

    def cpu_seconds(self):
        fields = open(f"/proc/{self.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_bytes(self):
        """Memory of its own: without the pages of the files that it maps."""
        for line in open(f"/proc/{self.pid}/status"):
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
        return 0

    def wait_for(self, port, most_seconds=60):
        """Until something listens there. Returns after how many seconds."""
        began = time.monotonic()
        while time.monotonic() - began < most_seconds:
            if self.process.poll() is not None:
                raise SystemExit(f"{self.process.args[0]} ended with {self.process.returncode}")
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return time.monotonic() - began
            except OSError:
                pause(0.005)
        raise SystemExit(f"nothing listens on port {port}")

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
