# newsprint: five filters that turn scraped news pages into clean, unique, queryable articles.

# --- What and where --------------------------------------------------------------------------------------
VERSION = 0.1.0
TOOLS   = nsplit nstrip ndedupe nents ncsv
PREFIX  = /usr/local
BINDIR  = $(PREFIX)/bin
MANDIR  = $(PREFIX)/share/man

# --- How to compile --------------------------------------------------------------------------------------
CC         = cc
CFLAGS     = -O2 -g
WARNINGS   = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
HARDENING  = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
             -fcf-protection -fPIE
LIBS       = libpcre2-8 json-c libutf8proc libxxhash
NEWS_FLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"' -Ilib -ffile-prefix-map=$(CURDIR)=. \
             $(WARNINGS) $(HARDENING) $(shell pkg-config --cflags $(LIBS))
NEWS_LINK  = -pie -Wl,-z,relro,-z,now,-z,noexecstack
NEWS_LIBS  = $(shell pkg-config --libs $(LIBS)) -lcsv -lm

B    = build
OUT  = bin
LIB  = $(B)/libnewsprint.a
BINS = $(TOOLS:%=$(OUT)/%)

objects = $(patsubst %.c,$(B)/%.o,$(wildcard $(1)))

# --- Building --------------------------------------------------------------------------------------------
.PHONY: all check check-asan check-man check-install fuzz-smoke bench install uninstall dist clean
.SECONDEXPANSION:
.SECONDARY:

all: $(BINS)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(NEWS_FLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(LIB): $(call objects,lib/*.c lib/*/*.c)
	@mkdir -p $(@D)
	rm -f $@ && $(AR) rcs $@ $^

$(OUT)/%: $$(call objects,cmd/$$*/*.c) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) $(NEWS_LINK) -o $@ $^ $(NEWS_LIBS)

-include $(shell find $(B) -name '*.d' 2>/dev/null)

clean:
	rm -rf $(B) $(OUT)
