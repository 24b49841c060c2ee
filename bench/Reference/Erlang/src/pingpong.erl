%% Two processes per pair, which send each other messages.
-module(pingpong).
-export([prepare/1, iterate/2]).

prepare(#{pairs := Pairs, playMilliseconds := Milliseconds, timed := Timed}) -> {Pairs, Milliseconds * 1000000, Timed}.

iterate({Pairs, Play, Timed}, #{units := Units} = Run) ->
    Main = self(),
    All = [start(Main, Pair, Timed, Run) || Pair <- lists:seq(0, Pairs - 1)],
    units:await(Units, 2 * Pairs),
    Pinged = bench:measure(Run, fun(OpenedAt) ->
        [Pinger ! {start, OpenedAt, OpenedAt + Play} || {Pinger, _} <- All],
        [receive {Pinger, Played, Faults} -> {Played, Faults} end || {Pinger, _} <- All]
    end),
    Ponged = [receive {Ponger, Returned, Faults} -> {Returned, Faults} end || {_, Ponger} <- All],
    [
        {played, [Played || {Played, _} <- Pinged]},
        {returned, [Returned || {Returned, _} <- Ponged]},
        {faults, lists:sum([Faults || {_, Faults} <- Pinged ++ Ponged])}
    ].

%% Balls of different pairs have different numbers, so that one that strays is noticed.
start(Main, Pair, Timed, #{units := Units, latencies := Latencies}) ->
    First = Pair bsl 40,
    Ponger = spawn_link(fun() ->
        units:enter(Units),
        receive {pinger, Pinger} -> ok end,
        {Returned, Faults} = pong(Pinger, First, 0, 0),
        units:leave(Units),
        Main ! {self(), Returned, Faults}
    end),
    Pinger = spawn_link(fun() ->
        units:enter(Units),
        Ponger ! {pinger, self()},
        receive {start, OpenedAt, Until} -> ok end,
        Ponger ! First,
        {Played, Faults} = ping(Ponger, {Latencies, Timed, Until}, First + 1, OpenedAt, 0, 0),
        units:leave(Units),
        Main ! {self(), Played, Faults}
    end),
    {Pinger, Ponger}.

ping(Ponger, Timer, Expected, StartedAt, Played, Faults) ->
    receive
        Ball ->
            NewFaults = Faults + fault(Ball, Expected),
            case go_on(Timer, StartedAt, Played + 1) of
                stop ->
                    Ponger ! game_over,
                    {Played + 1, NewFaults};
                EndedAt ->
                    Ponger ! Expected + 1,
                    ping(Ponger, Timer, Expected + 2, EndedAt, Played + 1, NewFaults)
            end
    end.

pong(Pinger, Expected, Returned, Faults) ->
    receive
        game_over ->
            {Returned, Faults};
        Ball ->
            Pinger ! Ball + 1,
            pong(Pinger, Expected + 2, Returned + 1, Faults + fault(Ball, Expected))
    end.

fault(Ball, Ball) -> 0;
fault(_, _) -> 1.

%% A trip starts when the one before it ends, so one clock reading serves both.
go_on({_, false, _}, StartedAt, Played) when Played rem 64 =/= 0 -> StartedAt;
go_on({Latencies, Timed, Until}, StartedAt, _) ->
    EndedAt = bench:now(),
    Timed andalso latencies:record(Latencies, EndedAt - StartedAt),
    case EndedAt < Until of
        true -> EndedAt;
        false -> stop
    end.
