# newsprint: five filters that turn scraped news pages into clean, unique, queryable articles.

# --- What and where --------------------------------------------------------------------------------------
VERSION = 0.1.0
TOOLS   = $(patsubst cmd/%/main.c,%,$(wildcard cmd/*/main.c))
PREFIX  = /usr/local
BINDIR  = $(PREFIX)/bin
DATADIR = $(PREFIX)/share
MANDIR  = $(DATADIR)/man

B    = build
OUT  = bin
LIB  = $(B)/libnewsprint.a
BINS = $(TOOLS:%=$(OUT)/%)

# --- How to compile --------------------------------------------------------------------------------------
CC         = cc
CFLAGS     = -O2 -g
WARNINGS   = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
HARDENING := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong $(shell for f in -fstack-clash-protection \
             -fcf-protection; do $(CC) -Werror $$f -S -o - -x c /dev/null >/dev/null 2>&1 && echo $$f; done)# if it takes them
SANITIZE   =# such as address,undefined, instead of the hardening; NULL + 0 is C2y
SANITIZER  = $(SANITIZE:%=-fsanitize=% -fno-sanitize-recover=all -fno-sanitize=pointer-overflow -fno-omit-frame-pointer)
LIBS       = libpcre2-8 json-c libutf8proc libxxhash
NEWS_FLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64 -DVERSION='"$(VERSION)"' -Ilib -fPIE $(WARNINGS) \
             -ffp-contract=off -ffile-prefix-map=$(CURDIR)=. $(or $(SANITIZER),$(HARDENING)) $(shell pkg-config --cflags $(LIBS))
NEWS_LINK  = -pie -Wl,-z,relro,-z,now,-z,noexecstack $(SANITIZER)
NEWS_LIBS  = $(shell pkg-config --libs $(LIBS)) -lcsv -lm

# The objects of the sources in some folders (.S holds data by .incbin); of the tool that a test is named after.
objects = $(patsubst %,$(B)/%.o,$(basename $(wildcard $(patsubst %,%/*.c,$(1)) $(patsubst %,%/*.S,$(1)))))
core    = $(foreach t,$(TOOLS),$(if $(findstring _$(t),$(1)),$(filter-out %/main.o,$(call objects,cmd/$(t)))))
LINK    = $(CC) $(CFLAGS) $(LDFLAGS) $(NEWS_LINK)

# --- Building --------------------------------------------------------------------------------------------
.PHONY: all check check-asan check-man check-install torture update-pages bench fuzz-smoke fuzzers install uninstall dist clean
.SECONDEXPANSION:

all: $(BINS)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(NEWS_FLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/%.o: %.S $$(wildcard $$(dir $$*)*)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -c -o $@ $<

$(LIB): $(call objects,lib lib/*)
	@mkdir -p $(@D)
	rm -f $@ && $(AR) rcs $@ $^

$(BINS): $(OUT)/%: $$(call objects,cmd/$$*) $(LIB)
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(NEWS_LIBS)

-include $(shell find $(B) -type f -name '*.d' 2>/dev/null)

# --- Testing ---------------------------------------------------------------------------------------------
# make check PARTS="unit cli" runs some parts only: unit, fuzz, or a folder of tests/.
programs = $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/$(1).c))
CHECKS   = $(call programs,check_*) $(call programs,table) $(call programs,dirty) $(call programs,visible)
FUZZERS  = $(call programs,fuzz/fuzz_*)
REPLAYS  = $(FUZZERS:%=%.replay)
SHIMS    = $(patsubst %,%.so,$(call programs,shim/*))
TEST_ENV = B=$(B) OUT=$(OUT) SANITIZE=$(SANITIZE)

check: all $(CHECKS) $(REPLAYS) $(SHIMS)
	$(TEST_ENV) tests/run $(PARTS)
check-asan:
	$(MAKE) B=build/asan OUT=build/asan/bin SANITIZE=address,undefined CFLAGS='-O1 -g' check
check-man:
	$(MAKE) check PARTS=man
check-install: all
	$(TEST_ENV) tests/install
torture: check
	$(TEST_ENV) tests/run torture
update-pages: all # rewrites what tests/pages expects, for review
	$(TEST_ENV) tests/pages/update
bench: all
	scripts/bench $(TOPICS)
fuzz-smoke:
	$(MAKE) B=build/fuzz CC=clang SANITIZE=fuzzer-no-link,address,undefined CFLAGS='-O1 -g' fuzzers
	tests/fuzz/smoke build/fuzz
fuzzers: $(FUZZERS)

$(CHECKS): %: %.o $$(call core,$$*) $(LIB)
	$(LINK) -o $@ $^ $(NEWS_LIBS) $(shell pkg-config --libs check)

$(FUZZERS): %: %.o $$(call core,$$*) $(LIB)
	$(LINK) -fsanitize=fuzzer -Wl,--wrap=exit,--wrap=read -o $@ $^ $(NEWS_LIBS)

$(REPLAYS): %.replay: %.o $(B)/tests/fuzz/replay.o $$(call core,$$*) $(LIB)
	$(LINK) -Wl,--wrap=exit,--wrap=read -o $@ $^ $(NEWS_LIBS)

$(SHIMS): $(B)/%.so: %.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) -O2 -shared -fPIC -o $@ $<

# --- Installing ------------------------------------------------------------------------------------------
PAGES       = $(wildcard man/*.[157])
COMPLETIONS = $(patsubst %,bash-completion/completions/%,$(TOOLS)) $(TOOLS:%=zsh/site-functions/_%) \
              $(TOOLS:%=fish/vendor_completions.d/%.fish)

install: all
	scripts/gen-completions $(OUT) $(B)/share
	for f in $(COMPLETIONS); do install -D -m 644 $(B)/share/$$f $(DESTDIR)$(DATADIR)/$$f || exit; done
	$(foreach p,$(PAGES),install -D -m 644 $(p) $(DESTDIR)$(MANDIR)/man$(subst .,,$(suffix $(p)))/$(notdir $(p)) &&) :
	install -D -m 644 cmd/nents/NOTICE $(DESTDIR)$(DATADIR)/doc/newsprint/NOTICE
	install -D -m 755 -t $(DESTDIR)$(BINDIR) $(BINS)

uninstall:
	rm -f $(TOOLS:%=$(DESTDIR)$(BINDIR)/%) $(COMPLETIONS:%=$(DESTDIR)$(DATADIR)/%) $(DESTDIR)$(DATADIR)/doc/newsprint/NOTICE
	rm -f $(foreach p,$(PAGES),$(DESTDIR)$(MANDIR)/man$(subst .,,$(suffix $(p)))/$(notdir $(p)))

dist:
	scripts/dist newsprint-$(VERSION)
clean:
	rm -rf $(B) $(OUT) newsprint-*.tar.gz
