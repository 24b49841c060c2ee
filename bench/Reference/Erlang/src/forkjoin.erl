%% A process for each node, which sends its subtotal to the one that spawned it.
-module(forkjoin).
-export([prepare/1, iterate/2]).

-define(PARTS, 10).

prepare(#{leaves := Leaves, leavesPerUnit := Each, trees := Trees, buildMilliseconds := Milliseconds}) ->
    {Leaves, Each, Trees, Milliseconds * 1000000}.

iterate({Leaves, Each, Trees, Build}, #{measured := Measured, units := Units, latencies := Latencies} = Run) ->
    Fewest = case Measured of true -> Trees; false -> 1 end,
    {Built, Sum, Told} = bench:measure(Run, fun(OpenedAt) ->
        build({Leaves, Each, Units, Latencies}, Fewest, OpenedAt + Build, {0, 0, 0})
    end),
    units:await(Units, 0),
    [{trees, Built}, {sum, integer_to_binary(Sum rem (1 bsl 64))}, {unitsTold, Told}].

build({Leaves, Each, Units, Latencies} = Tree, Fewest, Until, {Built, Sum, Told}) ->
    StartedAt = bench:now(),
    start(0, Leaves, Each, Units),
    {TreeSum, TreeUnits} = subtotals(1, {0, 0}),
    EndedAt = bench:now(),
    latencies:record(Latencies, EndedAt - StartedAt),
    Total = {Built + 1, Sum + TreeSum, Told + TreeUnits},
    case Built + 1 < Fewest orelse EndedAt < Until of
        true -> build(Tree, Fewest, Until, Total);
        false -> Total
    end.

start(First, Count, Each, Units) ->
    Parent = self(),
    spawn_link(fun() ->
        units:enter(Units),
        Subtotal = sum(First, Count, Each, Units),
        units:leave(Units),
        Parent ! {subtotal, Subtotal}
    end).

sum(First, Count, Each, _) when Count =< Each -> {leaves(First, First + Count, 0), 1};
sum(First, Count, Each, Units) ->
    [start(First + From, Until - From, Each, Units) || {From, Until} <- parts(Count)],
    subtotals(?PARTS, {0, 1}).

parts(Count) -> [{Count * Part div ?PARTS, Count * (Part + 1) div ?PARTS} || Part <- lists:seq(0, ?PARTS - 1)].

subtotals(0, Total) -> Total;
subtotals(Left, {Sum, Units}) ->
    receive {subtotal, {More, MoreUnits}} -> subtotals(Left - 1, {Sum + More, Units + MoreUnits}) end.

leaves(Until, Until, Sum) -> Sum;
leaves(Leaf, Until, Sum) -> leaves(Leaf + 1, Until, Sum + Leaf).
