# Sourced by ./run and ./test. `environment run` makes .venv from requirements/run.txt, `environment test` from
# requirements/test.txt, which holds all of run.txt. A copy of the lock inside .venv says what it was made from, so
# that a second call costs one comparison.

refuse() {
  printf 'putright: %s\n' "$1" >&2
  exit 1
}

environment() {
  local lock="$home/requirements/$1.txt" venv="$home/.venv"
  if [ -x "$venv/bin/python" ] && cmp -s "$lock" "$venv/$1.txt"; then
    return
  fi
  local python="${PYTHON:-python3}" log="$venv/setup.log"
  command -v "$python" > /dev/null \
    || refuse "no $python here: install Python 3.11 or later (Debian: apt-get install python3 python3-venv)."
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
    || refuse "$("$python" --version) is too old: Python 3.11 or later is needed; if you have one, name it: PYTHON=python3.11 ./run"
  "$python" -c 'import ensurepip, venv' 2> /dev/null \
    || refuse "Python's venv is missing: install it (Debian: apt-get install python3-venv) and try again."
  { mkdir -p "$venv" && : > "$log"; } 2> /dev/null \
    || refuse "no permission to write $venv: run this as the owner of $home, or give yourself write permission there."
  printf 'putright: setting up .venv from requirements/%s.txt (once; a minute or two)\n' "$1" >&2
  if ! "$venv/bin/python" -c 'import pip' 2> /dev/null; then
    "$python" -m venv "$venv" > "$log" 2>&1 || refuse "could not make $venv: $(tail -n 1 "$log")"
  fi
  "$venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check --no-input --retries 2 \
    --only-binary :all: --require-hashes --requirement "$lock" > "$log" 2>&1 \
    || refuse "$(why_not_installed "$log")"
  case $1 in
    run) cp "$lock" "$venv/" ;;
    test) cp "$lock" "$home/requirements/run.txt" "$venv/" ;;
  esac
}

why_not_installed() {
  if grep -q 'NewConnectionError\|ConnectTimeoutError\|NameResolutionError\|Failed to establish\|ProxyError' "$1"; then
    echo "the package registry could not be reached: check the network (or name your own registry: PIP_INDEX_URL=…) and try again; pip's words are in $1"
  elif grep -q 'DO NOT MATCH THE HASHES' "$1"; then
    echo "a package that was fetched is not the one in the lock, so nothing of it was installed; which one is in $1"
  else
    echo "the packages could not be installed: $(grep '^ERROR' "$1" | tail -n 1); all of pip's words are in $1"
  fi
}
