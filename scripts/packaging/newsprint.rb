# Formula of Homebrew. The project has no public home yet: for a release, give `url` the address where the tarball of
# `make dist` lies and `sha256` what `sha256sum` says of it; give `homepage` and `license` once there are such.
# Until then: brew install --formula ./newsprint.rb, with the tarball beside it. Not yet tried on macOS.
class Newsprint < Formula
  desc "Filters that turn scraped news pages into clean, unique, queryable articles"
  url "file://#{__dir__}/newsprint-0.1.0.tar.gz"
  version "0.1.0"

  depends_on "pkg-config" => :build
  depends_on "json-c"
  depends_on "libcsv"
  depends_on "pcre2"
  depends_on "utf8proc"
  depends_on "xxhash"

  def install
    # Linker options of ELF; libcsv has no .pc file to name its folder.
    args = %W[PREFIX=#{prefix} CC=#{ENV.cc}]
    args << "NEWS_LINK=" << "HARDENING=-fstack-protector-strong" if OS.mac?
    ENV.append "CPPFLAGS", "-I#{Formula["libcsv"].opt_include}"
    ENV.append "LDFLAGS", "-L#{Formula["libcsv"].opt_lib}"
    system "make", "install", "CPPFLAGS=#{ENV["CPPFLAGS"]}", "LDFLAGS=#{ENV["LDFLAGS"]}", *args
    pkgshare.install "scripts/recipes", "scripts/demo.d"
  end

  test do
    cp pkgshare/"demo.d/harbour.txt", testpath
    news = shell_output("#{bin}/nsplit harbour.txt | #{bin}/nstrip | #{bin}/ndedupe | #{bin}/nents | #{bin}/ncsv")
    assert_match ",PERSON,Oliveira,Marta Oliveira,", news
  end
end
