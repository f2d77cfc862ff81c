"""What the benches share: the cost of a command, and a table of a filter beside its peers."""
import dataclasses
import os
import shutil
import subprocess
import sys
import tempfile

TIME = "/usr/bin/time"  # its report is free of what this program itself holds, which a child's rusage is not


@dataclasses.dataclass
class Cost:
    """What a run took: CPU seconds (user and system, children too) and bytes at the peak of its largest process."""

    seconds: float
    peak: float


def measure(command, source=os.devnull, runs=3):
    """
    The least CPU seconds of some runs and the highest peak; the input comes from a file. The output goes into a pipe, as it
    does in use: some tools stop early when they see /dev/null.
    """
    best = Cost(float("inf"), float("nan"))
    for _ in range(runs):
        with tempfile.NamedTemporaryFile("r") as report, open(source, "rb") as stdin:
            timed = [TIME, "-q", "-f", "%M", "-o", report.name, *command] if os.access(TIME, os.X_OK) else command
            sink = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
            child = subprocess.Popen(timed, stdin=stdin, stdout=sink.stdin, stderr=subprocess.DEVNULL)
            sink.stdin.close()
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = status
            sink.wait()
            if status != 0:
                sys.exit(f"{' '.join(command)}: wait status {status}")
            kilobytes = report.read().split()
        best.seconds = min(best.seconds, usage.ru_utime + usage.ru_stime)
        if kilobytes:
            best.peak = max(int(kilobytes[-1]) * 1024, 0 if best.peak != best.peak else best.peak)
    return best


def importing(python, modules):
    """The command that only imports: what it takes is no work of the program that imports the same."""
    return [python, "-c", "import " + ", ".join(modules)]


def has_modules(python, modules):
    """Is there this python, and has it these modules?"""
    return shutil.which(python) is not None and subprocess.run(importing(python, modules), capture_output=True, check=False).returncode == 0


class Table:
    """A filter and its peers on the same data, in one run. A slow peer may have a smaller part of it: MB/s compare."""

    def __init__(self, title, source):
        self.rows, self.absent = [], []
        print(f"\n{title}, {os.path.getsize(source) / 1e6:.0f} MB")
        self.source = source

    def add(self, name, command, source=None, size=None, runs=3, without=None):
        """
        Measures a command. `source`: its own input, else the table's; `size`: bytes of text that count as its input;
        `without`: a command whose seconds are taken off, such as one that only loads the same libraries.
        """
        if shutil.which(command[0]) is None:
            self.absent.append(name)
            return
        source = source or self.source
        cost = measure(command, source, runs)
        if without:
            cost.seconds -= measure(without, runs=runs).seconds
        self.rows.append((name, (size or os.path.getsize(source)) / 1e6, cost))

    def add_python(self, python, modules, name, program, *arguments, **how):
        """Measures a Python program, less what the import of its modules takes."""
        if not has_modules(python, modules):
            self.absent.append(name)
            return
        self.add(name, [python, "-c", program, *arguments], runs=1, without=importing(python, modules), **how)

    def show(self):
        """Prints the rows, the first of which is ours: the last column is our speed over the row's."""
        print(f"  {'':34} {'MB':>7} {'CPU s':>9} {'MB/s':>9} {'peak MiB':>9} {'we are':>9}")
        ours = self.rows[0][1] / self.rows[0][2].seconds
        for row, (name, megabytes, cost) in enumerate(self.rows):
            speed = megabytes / cost.seconds
            ratio = times(ours / speed) if row else ""
            print(f"  {name:34} {megabytes:7.1f} {cost.seconds:9.3f} {speed:9.2f} {cost.peak / 2**20:9.1f} {ratio:>9}".rstrip())
        if self.absent:
            print(f"  not installed, not measured: {', '.join(self.absent)}")
        sys.stdout.flush()


def times(ratio):
    """A ratio, with as many digits as mean something."""
    return f"{ratio:.2g}x" if ratio < 10 else f"{ratio:,.0f}x"
