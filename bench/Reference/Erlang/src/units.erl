%% Counts units as they really start and end.
-module(units).
-export([new/0, enter/1, leave/1, await/2, told/1]).

-define(CREATED, 1).
-define(ALIVE, 2).
-define(PEAK, 3).

new() -> atomics:new(3, []).

enter(Units) ->
    atomics:add(Units, ?CREATED, 1),
    raise(Units, atomics:add_get(Units, ?ALIVE, 1), atomics:get(Units, ?PEAK)).

leave(Units) -> atomics:sub(Units, ?ALIVE, 1).

await(Units, Alive) ->
    case atomics:get(Units, ?ALIVE) of
        Alive -> ok;
        _ -> erlang:yield(), await(Units, Alive)
    end.

told(Units) ->
    [{created, atomics:get(Units, ?CREATED)}, {peak, atomics:get(Units, ?PEAK)}, {alive, atomics:get(Units, ?ALIVE)}].

raise(_, Alive, Peak) when Alive =< Peak -> ok;
raise(Units, Alive, Peak) ->
    case atomics:compare_exchange(Units, ?PEAK, Peak, Alive) of
        ok -> ok;
        Other -> raise(Units, Alive, Other)
    end.
