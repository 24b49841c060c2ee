%% Speaks the protocol of bench/docs/reference-protocol.md; each workload is a module beside this one, named as its id.
-module(bench).
-compile({no_auto_import, [now/0]}).
-export([main/0, now/0, measure/2, measure_between/3, pause/1]).

-define(SCHEMA, 1).

main() -> spawn(fun run/0).

%% Nanoseconds of the monotonic clock.
now() -> erlang:monotonic_time(nanosecond).

run() ->
    io:setopts(standard_io, [binary]),
    say([{type, hello}, {schema, ?SCHEMA}, {runtime, list_to_binary(erlang:system_info(otp_release))}]),
    Main = self(),
    spawn(fun() -> listen(Main) end),
    try
        Parameters = heard(),
        Workload = maps:get(workload, Parameters),
        Work = binary_to_atom(Workload),
        State = Work:prepare(Parameters),
        say([{type, ready}]),
        serve(Work, State, latencies:new())
    catch
        _:Reason:Stack ->
            say([{type, error}, {message, iolist_to_binary(io_lib:format("~0p ~0p", [Reason, hd(Stack)]))}]),
            halt(1)
    end.

serve(Work, State, Latencies) ->
    case heard() of
        #{type := <<"iterate">>, measured := Measured} ->
            Units = units:new(),
            Recorded = case Measured of true -> Latencies; false -> latencies:new() end,
            Run = #{measured => Measured, units => Units, latencies => Recorded},
            Counted = Work:iterate(State, Run),
            say([{type, iterated} | Counted] ++ units:told(Units)),
            serve(Work, State, Latencies);
        #{type := <<"report">>} ->
            say([{type, sample} | latencies:told(Latencies)] ++ window()),
            serve(Work, State, Latencies)
    end.

%% Runs the body inside the measured window, which the other side opens and closes; the body is told when it opened.
measure(#{measured := Measured}, Body) ->
    pause([{type, open}]),
    {Before, _, _} = statistics(garbage_collection),
    OpenedAt = now(),
    Result = Body(OpenedAt),
    Nanoseconds = now() - OpenedAt,
    pause([{type, close}, {nanoseconds, Nanoseconds}]),
    {After, _, _} = statistics(garbage_collection),
    Measured andalso put(collections, After - Before + collections()),
    Result.

%% Opens and closes the window at set times, beside what goes on.
measure_between(#{measured := Measured}, From, Until) ->
    sleep_until(From),
    pause([{type, open}]),
    {Before, _, _} = statistics(garbage_collection),
    sleep_until(Until),
    pause([{type, close}, {nanoseconds, Until - From}]),
    {After, _, _} = statistics(garbage_collection),
    Measured andalso put(collections, After - Before + collections()).

sleep_until(At) -> receive after max(0, (At - now()) div 1000000) -> ok end.

%% Tells something and waits for the word to go on.
pause(Message) ->
    say(Message),
    #{type := <<"go">>} = heard().

window() -> [{heapBytes, erlang:memory(processes)}, {minorCollections, collections()}].

collections() -> case get(collections) of undefined -> 0; Number -> Number end.

heard() -> receive {question, Message} -> Message end.

say(Fields) -> io:put_chars([message:to_json(Fields), $\n]).

%% Ends the runtime when its input ends: whoever asked has gone.
listen(Main) ->
    case io:get_line("") of
        Line when is_binary(Line) -> Main ! {question, message:parse(Line)}, listen(Main);
        _ -> halt(0)
    end.
