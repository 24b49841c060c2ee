# A runtime made up for tests: honest, or wrong in the way that the seed says.
echo '{"type":"hello","schema":1,"runtime":"made1.2.3"}'
read -r question
wrong=$(echo "$question" | sed 's/.*"seed":"\([0-9]*\)".*/\1/')
played='[2]' recorded=6 total=3000 created=2 window=1000
case $wrong in
2) played='[3]' ;;
3) recorded=7 ;;
4) total=1 ;;
5) window=99000000000 ;;
esac
echo '{"type":"ready"}'
while read -r question; do
  case $question in
  *iterate*)
    [ "$wrong" = 6 ] && { echo 'panic: out of ideas' >&2; exit 3; }
    [ "$wrong" = 7 ] && echo 'Segmentation fault, or so it seems'
    [ "$wrong" = 8 ] && echo '{"type":"error","message":"no memory"}'
    echo '{"type":"open"}'
    read -r go
    echo "{\"type\":\"close\",\"nanoseconds\":$window}"
    read -r go
    [ "$wrong" = 9 ] && echo '{"type":"iterated","played":"many"}'
    echo "{\"type\":\"iterated\",\"played\":$played,\"returned\":[2],\"faults\":0,\"created\":$created,\"peak\":2,\"alive\":0}"
    ;;
  *)
    echo "{\"type\":\"sample\",\"histogramLayout\":1,\"histogram\":[[500,$recorded]],\"totalNanoseconds\":$total}"
    ;;
  esac
done
