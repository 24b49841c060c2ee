%% A process per unit, waiting for a message.
-module(footprint).
-export([prepare/1, iterate/2, park/2]).

-define(WARM_UP_UNITS, 200).
-define(MOST_ALONE, 200).
-record(lot, {main, units, parked, woken, parked_at, reports}).

prepare(#{units := Units, steps := Steps}) -> {Units, Steps}.

iterate({Count, Steps}, #{measured := true} = Run) -> iterate(Count, Steps, Run);
iterate({Count, Steps}, Run) -> iterate(min(?WARM_UP_UNITS, Count), Steps, Run).

iterate(Count, Steps, #{units := Units} = Run) ->
    Lot = #lot{
        main = self(), units = Units, parked = atomics:new(Count, []), woken = atomics:new(Count, []),
        parked_at = atomics:new(Count, []), reports = atomics:new(1, [])
    },
    Alone = min(?MOST_ALONE, Count div Steps),
    First = [create_alone(Unit, Lot, Run) || Unit <- lists:seq(1, Alone)],
    {Pids, Creating} = create_in_steps(1, Steps, Count, Lot, Run, {lists:reverse(First), Alone, 0}),
    Waking = timed(fun() ->
        expect(Lot, Count),
        [Pid ! wake || Pid <- Pids],
        await()
    end),
    Stopping = timed(fun() ->
        [Pid ! stop || Pid <- Pids],
        units:await(Units, 0)
    end),
    [
        {createNanoseconds, Creating}, {wakeNanoseconds, Waking}, {stopNanoseconds, Stopping},
        {notParkedOnce, not_once(Lot#lot.parked, Count)}, {notWokenOnce, not_once(Lot#lot.woken, Count)}
    ].

create_alone(Unit, #lot{parked_at = ParkedAt} = Lot, #{latencies := Latencies}) ->
    expect(Lot, 1),
    CreatedAt = bench:now(),
    Pid = create(Unit, Lot),
    await(),
    latencies:record(Latencies, atomics:get(ParkedAt, Unit) - CreatedAt),
    Pid.

create_in_steps(Step, Steps, _, _, _, {Pids, _, Creating}) when Step > Steps -> {Pids, Creating};
create_in_steps(Step, Steps, Count, Lot, Run, {Pids, Done, Creating}) ->
    Until = Count * Step div Steps,
    {All, Took} = create_together(Pids, Done, Until, Lot, Run),
    bench:pause([{type, parked}, {units, Until}, {managedBytes, collected()}]),
    create_in_steps(Step + 1, Steps, Count, Lot, Run, {All, max(Done, Until), Creating + Took}).

create_together(Pids, Done, Until, _, _) when Done >= Until -> {Pids, 0};
create_together(Pids, Done, Until, Lot, Run) ->
    expect(Lot, Until - Done),
    bench:measure(Run, fun(OpenedAt) ->
        All = create_many(Done + 1, Until, Lot, Pids),
        await(),
        {All, bench:now() - OpenedAt}
    end).

create_many(Unit, Until, _, Pids) when Unit > Until -> Pids;
create_many(Unit, Until, Lot, Pids) -> create_many(Unit + 1, Until, Lot, [create(Unit, Lot) | Pids]).

create(Unit, Lot) -> spawn(?MODULE, park, [Unit, Lot]).

park(Unit, #lot{units = Units, parked = Parked, woken = Woken, parked_at = ParkedAt} = Lot) ->
    units:enter(Units),
    atomics:put(ParkedAt, Unit, bench:now()),
    report(Parked, Unit, Lot),
    receive wake -> report(Woken, Unit, Lot) end,
    receive stop -> units:leave(Units) end.

report(Times, Unit, #lot{main = Main, reports = Reports}) ->
    atomics:add(Times, Unit, 1),
    atomics:sub_get(Reports, 1, 1) =:= 0 andalso (Main ! reported).

expect(#lot{reports = Reports}, Count) -> atomics:put(Reports, 1, Count).

await() -> receive reported -> ok end.

%% Collects what this process has as garbage; the others have none. Then says what processes take.
collected() ->
    erlang:garbage_collect(),
    erlang:memory(processes).

timed(Body) ->
    StartedAt = bench:now(),
    Body(),
    bench:now() - StartedAt.

not_once(Times, Count) -> length([Unit || Unit <- lists:seq(1, Count), atomics:get(Times, Unit) =/= 1]).
