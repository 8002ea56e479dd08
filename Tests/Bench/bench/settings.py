"""What a run is made of, from the environment, and where everything lies."""
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SECRET = "benchbenchbenchbenchbench1234"
OUR_NUMBER = "+46701740699"


class Settings:
    def __init__(self):
        self.watches = int(os.environ.get("BENCH_WATCHES", "100000"))
        self.seconds = float(os.environ.get("BENCH_SECONDS", "10"))
        self.build_path = os.environ.get("BENCH_BUILD_PATH", ".build")
        self.skips_build = bool(os.environ.get("BENCH_SKIP_BUILD"))
        self.only = os.environ.get("BENCH_ONLY", "")
        self.connections = 64

    def burst(self, share):
        """How many watches fall due at once: 1,000 and 10,000 of 100,000."""
        return max(10, self.watches * share // 100000)

    def wants(self, part):
        return self.only in ("", part)


class Programs:
    """Builds what is measured and what measures it."""

    def __init__(self, settings):
        swift = [os.environ.get("SWIFT", "swift"), "build", "-c", "release",
                 "--scratch-path", settings.build_path]
        if not settings.skips_build:
            for product in ["gatewayd", "emptyserver"]:
                command = [*swift, "--product", product]
                say(command)
                subprocess.run(command, cwd=ROOT, check=True)
        swift_folder = ROOT / settings.build_path / "release"
        tools = swift_folder / "bench-tools"
        make = ["make", "-s", "-C", str(ROOT / "Tests/Bench/tools"), f"OUT={tools}"]
        say(make)
        subprocess.run(make, check=True)
        self.gatewayd = str(swift_folder / "gatewayd")
        self.emptyserver = str(swift_folder / "emptyserver")
        self.loadgen, self.sink, self.refd, self.reffire, self.curlpost = (
            str(tools / name) for name in ["loadgen", "sink", "refd", "reffire", "curlpost"])


def say(command):
    """Every command line is shown, so that a figure can be had again by hand."""
    print("$", " ".join(quoted(str(word)) for word in command), flush=True)


def quoted(word):
    return f"'{word}'" if any(letter in word for letter in " {}&\"") else word
