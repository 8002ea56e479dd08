"""The real `gatewayd`, configured by its environment alone."""
import http.client
import os
import shutil
import subprocess
import time

from .process import Running, free_port, pause
from .settings import OUR_NUMBER, SECRET, say


class Gateway:
    def __init__(self, programs, folder, sink_port, policy=None):
        self.programs, self.folder = programs, folder
        folder.mkdir(parents=True, exist_ok=True)
        self.port, self.ops_port = free_port(), free_port()
        self.running = None
        self.environment = {
            "GATEWAYD_DATABASE_URL": f"sqlite:{folder}/gatewayd.db",
            "GATEWAYD_HTTP_PORT": str(self.port),
            "GATEWAYD_HTTP_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "GATEWAYD_OPS_PORT": str(self.ops_port),
            "GATEWAYD_LOG_LEVEL": "warning",
            "GATEWAYD_PROVIDERS": "46elks",
            "GATEWAYD_PROVIDERS_46ELKS_KIND": "46elks",
            "GATEWAYD_PROVIDERS_46ELKS_BASE_URL": f"http://127.0.0.1:{sink_port}/a1",
            "GATEWAYD_PROVIDERS_46ELKS_USERNAME": "u" + "0" * 32,
            "GATEWAYD_PROVIDERS_46ELKS_PASSWORD": "secret",
            "GATEWAYD_PROVIDERS_46ELKS_NUMBER": OUR_NUMBER,
            "GATEWAYD_PROVIDERS_46ELKS_CONFIGURE_NUMBER": "false",
            "GATEWAYD_PROVIDERS_46ELKS_WEBHOOK_SECRET": SECRET,
            **(policy or {}),
        }

    @property
    def sms_url(self):
        return f"http://127.0.0.1:{self.port}/hooks/46elks/{SECRET}/sms"

    def command(self, *words):
        """Runs another command on the same database and returns what it prints."""
        line = [self.programs.gatewayd, *words]
        say(line)
        done = subprocess.run(
            line, env={**os.environ, **self.environment}, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        return done.stdout.strip()

    def start(self):
        """Returns the seconds until /readyz says 200."""
        began = time.monotonic()
        self.running = Running(
            [self.programs.gatewayd, "serve"], self.environment, self.folder / "serve.log")
        self.running.wait_for(self.ops_port)
        while not self.is_ready():
            if time.monotonic() - began > 120:
                raise SystemExit(f"the gateway does not become ready; see {self.folder}/serve.log")
            pause(0.01)
        return time.monotonic() - began

    def is_ready(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.ops_port, timeout=5)
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False

    def stop(self):
        self.running.stop()

    def copy_database_to(self, other):
        """Of a stopped gateway: the file alone is a complete copy; the key of the codes goes too."""
        other.folder.mkdir(parents=True, exist_ok=True)
        for file in self.folder.iterdir():
            if file.is_file() and not file.name.endswith(".log"):
                shutil.copy(file, other.folder / file.name)
