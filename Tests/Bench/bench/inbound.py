"""Durable inbound texts a second, with every watch armed."""
from .load import generate, text_body
from .process import Running, free_port


def peak(run, url, *words):
    return generate(run.programs, url, *words, seconds=run.settings.seconds)


def empty_handler(run, sender_file):
    port = free_port()
    server = Running([run.programs.emptyserver, str(port)])
    server.wait_for(port)
    found = peak(run, f"http://127.0.0.1:{port}/sms", "-L", sender_file, "-b", text_body("%2B1"))
    server.stop()
    return found


def plain_c(run, sender_file):
    port = free_port()
    file = run.folder / "refd.db"
    server = Running([run.programs.refd, "-p", str(port), "-f", str(file),
                      "-u", str(run.settings.watches)])
    server.wait_for(port)
    found = peak(run, f"http://127.0.0.1:{port}/sms", "-L", sender_file, "-b", text_body("%2B1"))
    server.stop()
    return found


def measure(run, gateway):
    """The gateway has every watch armed; each text moves one of them on by a minute."""
    words = ["-L", run.senders, "-b", text_body("%2B1")]
    empty = empty_handler(run, run.senders)
    plain = plain_c(run, run.senders)
    ours = peak(run, gateway.sms_url, *words)
    again = plain_c(run, run.senders)
    half = generate(run.programs, gateway.sms_url, *words, seconds=run.settings.seconds,
                    rate=ours["rps"] / 2)
    plain_rate = (plain["rps"] + again["rps"]) / 2
    ratio = ours["rps"] / plain_rate
    report = run.report
    report.add("empty Hummingbird handler", f"{empty['rps']:.0f}/s")
    report.add("plain C, durable, no logic",
               f"{plain_rate:.0f}/s (before {plain['rps']:.0f}, after {again['rps']:.0f})")
    report.add("durable inbound texts", f"{ours['rps']:.0f}/s")
    report.add("of the empty handler", f"{ours['rps'] / empty['rps']:.2f}")
    report.add("of the plain C program", f"{ratio:.2f}", "0.50", ratio >= 0.5)
    report.add("answers at our peak", f"p50 {ours['p50_us'] / 1000:.1f} ms, "
               f"p99 {ours['p99_us'] / 1000:.1f} ms")
    p99 = half["p99_us"] / 1000
    report.add("p50 at half our peak", f"{half['p50_us'] / 1000:.1f} ms")
    report.add("p99 at half our peak", f"{p99:.1f} ms", "30 ms", p99 < 30)
    refused = sum(answer[key] for answer in [ours, half] for key in ["s4xx", "s5xx"])
    report.add("texts not answered 2xx", f"{refused}", "0", refused == 0)
