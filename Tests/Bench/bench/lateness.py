"""From due time to the request at the provider."""
import json
import re
import subprocess
import time
from datetime import datetime, timezone

from .gateway import Gateway
from .load import Sink, generate
from .people import number
from .process import free_port, pause
from .settings import say

NUMBER = re.compile(rb"to=%2B(\d+)")


def measure(run, base, arming_rate):
    settings = run.settings
    yardsticks(run)
    for share, goal_seconds in [(1000, 0.3), (10000, 2.0)]:
        count = settings.burst(share)
        texts, everything = fire(run, base, count, 0, arming_rate)
        last = texts[-1] / 1000
        run.report.add(f"{count} due at once: last text out", f"{last:.2f} s", f"{goal_seconds} s",
                       last <= goal_seconds and len(texts) == count)
        run.report.add(f"{count} due at once: texts and calls",
                       f"{len(everything)} of {2 * count}, last {everything[-1] / 1000:.2f} s")
    texts, everything = fire(run, base, settings.watches, 60, arming_rate)
    p99 = percentile(texts, 0.99)
    run.report.add(f"{settings.watches} over a minute: p50, p99 of texts",
                   f"{percentile(texts, 0.5):.0f} ms, {p99:.0f} ms", "p99 50 ms",
                   p99 <= 50 and len(texts) == settings.watches)
    run.report.add(f"{settings.watches} over a minute: texts and calls",
                   f"{len(everything)} of {2 * settings.watches}, "
                   f"p99 {percentile(everything, 0.99):.0f} ms")


def percentile(values, share):
    return values[min(len(values) - 1, int(share * len(values)))]


def fire(run, base, count, spread_seconds, arming_rate):
    """Arms `count` watches through the JSON interface and waits until all have fallen due.
    Returns the sorted lateness in milliseconds of the texts, and of texts and calls together."""
    port = free_port()
    folder = run.folder / f"late-{count}-{spread_seconds}"
    sink = Sink(run.programs, port, folder.with_suffix(".arming"))
    gateway = Gateway(run.programs, folder, port, {"GATEWAYD_WATCH_REMINDER": "0s"})
    base.copy_database_to(gateway)
    token = gateway.command("token", "create", "bench", "--scope", "operate").splitlines()[-1]
    gateway.start()
    first = int(time.time() + 15 + 3 * count / arming_rate)
    due = [first + spread_seconds * index / count for index in range(count)]
    arm(run, gateway, token, due)
    if not sink.wait_until_quiet(first - time.time() - 4):
        print("  ! still sending receipts when the first fell due", flush=True)
    sink.stop()
    sink = Sink(run.programs, port, folder.with_suffix(".sink"))
    pause(first + spread_seconds - time.time())
    sink.wait_until_quiet(60)
    gateway.stop()
    sink.stop()
    return read(sink.log, due)


def arm(run, gateway, token, due):
    lines = run.folder / "watches.txt"
    with open(lines, "w") as file:
        for index, moment in enumerate(due):
            end = datetime.fromtimestamp(moment, timezone.utc).isoformat(timespec="milliseconds")
            file.write(f'{index + 1},"endTime":"{end}"\n')
    generate(run.programs, f"http://127.0.0.1:{gateway.port}/api/v1/watches",
             "-H", f"Authorization: Bearer {token}", "-y", "application/json", "-L", lines,
             "-b", '{"activity":"meeting","person":{line}}', total=len(due))


def read(log, due):
    moments = {number(index)[1:].encode(): moment for index, moment in enumerate(due)}
    texts, everything = [], []
    for line in open(log, "rb"):
        at, _, _, path, rest = (line.split(b" ", 4) + [b""] * 5)[:5]
        found = NUMBER.search(rest)
        if not found or found.group(1) not in moments:
            continue
        late = int(at) / 1000 - moments[found.group(1)] * 1000
        everything.append(late)
        if b"sms" in path.lower():
            texts.append(late)
    if not texts:
        raise SystemExit(f"no text reached the provider; see {log}")
    return sorted(texts), sorted(everything)


def yardsticks(run):
    """What libcurl alone posts, and what a C program does with deadlines, on this machine."""
    count = run.settings.burst(10000)
    port = free_port()
    sink = Sink(run.programs, port, run.folder / "yardstick.sink")
    url = f"http://127.0.0.1:{port}/a1/sms"
    posts = answer([run.programs.curlpost, url, str(max(1000, 2 * count)), "64"])
    run.report.add("raw libcurl, 64 connections", f"{posts['rps']:.0f} posts/s")
    answer([run.programs.reffire, "-f", str(run.folder / "reffire.db"), "-n", str(count),
            "-s", "0", "-l", "2", "-u", f"127.0.0.1:{port}", "-c", "64"])
    sink.stop()
    late = sorted(late_by_name(sink.log))
    if late:
        run.report.add(f"plain C: {count} due at once", f"last out after {late[-1] / 1000:.2f} s")


def late_by_name(log):
    for line in open(log, "rb"):
        found = re.search(rb"name=(\d+)", line)
        if found:
            yield (int(line.split(b" ", 1)[0]) - int(found.group(1))) / 1000


def answer(command):
    say(command)
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    print(" ", done.stdout.strip(), flush=True)
    return json.loads(done.stdout.strip().splitlines()[-1])
