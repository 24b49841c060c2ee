%% Hands events out at their times, whatever becomes of them.
-module(schedule).
-export([run/5, told/1]).

run(#{warmUpMilliseconds := WarmUp, measuredMilliseconds := Measured}, Run, Origin, Events, Emit) ->
    Main = self(),
    CountFrom = Origin + WarmUp * 1000000,
    Source = spawn_opt(fun() -> Main ! {emitted, self(), emit(Events, Origin, CountFrom, Emit, [])} end, [link, {priority, high}]),
    bench:measure_between(Run, CountFrom, CountFrom + Measured * 1000000),
    receive {emitted, Source, Late} -> Late end.

emit([], _, _, _, Late) -> Late;
emit([{Offset, Event} | Rest], Origin, CountFrom, Emit, Late) ->
    Due = Origin + Offset,
    await(Due),
    Now = bench:now(),
    Emit(Event),
    emit(Rest, Origin, CountFrom, Emit, case Due >= CountFrom of true -> [Now - Due | Late]; false -> Late end).

%% Timers are no finer than a millisecond, and never early.
await(Due) ->
    case Due - bench:now() of
        Rest when Rest > 0 -> receive after max(1, Rest div 1000000) -> await(Due) end;
        _ -> ok
    end.

told(Late) ->
    Sorted = lists:sort([0 | Late]),
    [{latenessP99, lists:nth(ceil(0.99 * length(Sorted)), Sorted)}, {latenessMax, lists:last(Sorted)}].
