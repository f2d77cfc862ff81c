# Package for Nix. The project has no public home yet: the source is the tree that this file lies in; for a release put
# fetchurl with the address and the hash of the tarball of `make dist` there, and name the licence in meta.
# Build it: nix-build -E 'with import <nixpkgs> {}; callPackage ./scripts/packaging/package.nix {}'
{ lib, stdenv, pkg-config, pcre2, libcsv, xxHash, utf8proc, json_c, check, gawk, mandoc, recutils, sqlite }:

stdenv.mkDerivation rec {
  pname = "newsprint";
  version = "0.1.0";
  src = lib.cleanSource ../..;

  strictDeps = true;
  enableParallelBuilding = true;
  nativeBuildInputs = [ pkg-config ];
  buildInputs = [ pcre2 libcsv xxHash utf8proc json_c ];

  postPatch = "patchShebangs scripts tests";
  # Nix hardens by itself.
  makeFlags = [ "PREFIX=${placeholder "out"}" "CC=${stdenv.cc.targetPrefix}cc" "HARDENING=" ];

  doCheck = true;
  nativeCheckInputs = [ gawk mandoc recutils sqlite ];
  checkInputs = [ check ];
  checkTarget = "check";
  PARTS = "unit cli";

  postInstall = "mkdir -p $out/share/newsprint && cp -r scripts/recipes scripts/demo.d $out/share/newsprint";

  meta = {
    description = "Filters that turn scraped news pages into clean, unique, queryable articles";
    mainProgram = "nsplit";
    platforms = lib.platforms.unix;
  };
}
