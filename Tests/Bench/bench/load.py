"""The load generator and the provider's stand-in."""
import http.client
import json
import subprocess
from datetime import datetime, timezone

from .process import Running, pause
from .settings import OUR_NUMBER, say


def text_body(message):
    """An incoming text as 46elks posts it, sent just now."""
    sent = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H%%3A%M%%3A%S.%f")
    to = "%2B" + OUR_NUMBER[1:]
    return (f"direction=incoming&id=s{{hex}}&from={{line}}&to={to}&created={sent}"
            f"&message={message}")


def generate(programs, url, *words, seconds=None, total=None, rate=None, connections=64):
    command = [programs.loadgen, "-j", "-t", "1", "-c", str(connections), "-u", url]
    if total:
        command += ["-n", str(total)]
    else:
        command += ["-d", str(seconds)]
    if rate:
        command += ["-r", f"{rate:.0f}"]
    command += [str(word) for word in words]
    say(command)
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    answer = json.loads(done.stdout)
    bad = sum(answer.get(key, 0) for key in ["s3xx", "s4xx", "s5xx", "errors"])
    print(f"  {answer['rps']:.0f}/s, p50 {answer['p50_us'] / 1000:.1f} ms, "
          f"p99 {answer['p99_us'] / 1000:.1f} ms, not 2xx: {bad}", flush=True)
    return answer


class Sink:
    """Takes what the gateway sends, and writes down when."""

    def __init__(self, programs, port, log):
        self.port, self.log = port, log
        self.running = Running([programs.sink, "-p", str(port), "-t", "1", "-o", str(log)])
        self.running.wait_for(port)

    def count(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", "/__count")
        return int(connection.getresponse().read() or 0)

    def wait_until_quiet(self, most_seconds, pause_seconds=1.5):
        """Until nothing new has come for a while. False when it never falls quiet."""
        last = self.count()
        for _ in range(int(most_seconds / pause_seconds) + 1):
            pause(pause_seconds)
            now = self.count()
            if now == last:
                return True
            last = now
        return False

    def stop(self):
        self.running.stop()
