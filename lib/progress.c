#include "progress.h"

#include "cli.h"
#include "text.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t asked; /* by SIGUSR1 */

static struct {
	const char *tool, *input, *unit;
	bool steady, terminal;
	struct timespec began;
	double shown;              /* seconds after the beginning */
	uint64_t bytes, records;   /* of all inputs */
	uint64_t size, input_from; /* of the input at hand; bytes when it began */
} progress;

static void
ask(int signal)
{
	(void)signal;
	asked = 1;
}

static double
seconds_since(const struct timespec *begin)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - begin->tv_sec) + (double)(now.tv_nsec - begin->tv_nsec) / 1e9;
}

void
progress_start(const char *tool, bool steady)
{
	struct sigaction action = {.sa_handler = ask}; /* no SA_RESTART: a read that waits must wake up */

	sigemptyset(&action.sa_mask);
	sigaction(SIGUSR1, &action, NULL);
	progress.tool = tool;
	progress.unit = "records";
	progress.steady = steady;
	progress.terminal = isatty(STDERR_FILENO) == 1;
	clock_gettime(CLOCK_MONOTONIC, &progress.began);
}

void
progress_input(const char *name, uint64_t size)
{
	progress.input = name;
	progress.size = size;
	progress.input_from = progress.bytes;
}

/* "151 MB" */
static void
put_bytes(char *out, size_t capacity, double bytes)
{
	static const char *const units[] = {"B", "kB", "MB", "GB", "TB", "PB"};
	size_t unit = 0;

	for (; bytes >= 999.5 && unit < 5; unit++)
		bytes /= 1000;
	snprintf(out, capacity, bytes < 9.95 && unit > 0 ? "%.1f %s" : "%.0f %s", bytes, units[unit]);
}

/* ", 37 % of wire.rec, 0:12 left" where the size of the input is known. */
static void
put_rest(char *out, size_t capacity, double rate)
{
	uint64_t done = progress.bytes - progress.input_from;

	out[0] = '\0';
	if (progress.size == 0 || done > progress.size)
		return;
	double left = rate > 0 ? (double)(progress.size - done) / rate : 0;
	unsigned long seconds = (unsigned long)(left < 1e9 ? left + 0.5 : 1e9);
	snprintf(out, capacity, ", %.0f %% of %.200s, %lu:%02lu left",
		100.0 * (double)done / (double)progress.size, progress.input, seconds / 60, seconds % 60);
}

/* Over the line that was there. The name of a file in it can't steer the terminal. */
static void
show_in_place(const char *line)
{
	char shown[1024];
	struct slice rest = slice_of(line);
	size_t len = text_escape(&rest, TEXT_MESSAGE, shown, sizeof shown);

	fprintf(stderr, "\r%s: %.*s\033[K", progress.tool, (int)len, shown);
}

static void
show(double elapsed)
{
	char read_so_far[32], rate[32], rest[320], line[512];
	double per_second = elapsed > 0 ? (double)progress.bytes / elapsed : 0;

	put_bytes(read_so_far, sizeof read_so_far, (double)progress.bytes);
	put_bytes(rate, sizeof rate, per_second);
	put_rest(rest, sizeof rest, per_second);
	snprintf(line, sizeof line, "%s read, %s/s, %llu %s%s", read_so_far, rate,
		(unsigned long long)progress.records, progress.unit, rest);
	progress.shown = elapsed;
	if (progress.steady && progress.terminal)
		show_in_place(line);
	else
		cli_warn("%s", line);
}

void
progress_read(size_t bytes)
{
	progress.bytes += bytes;
	if (!progress.steady && !asked)
		return;
	double elapsed = seconds_since(&progress.began);
	if (asked || elapsed - progress.shown >= 1)
		show(elapsed);
	asked = 0;
}

void
progress_unit(const char *what)
{
	progress.unit = what;
}

void
progress_records(uint64_t n)
{
	progress.records += n;
}

void
progress_finish(void)
{
	if (!progress.steady)
		return;
	progress.size = 0;
	show(seconds_since(&progress.began));
	if (progress.terminal)
		fputc('\n', stderr);
}
