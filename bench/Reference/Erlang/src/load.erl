%% A closed loop of users who think, call and wait: the generator of bench/Measurement/Load, as the protocol has it. One process issues
%% calls and hears of those that have ended; whoever answers reads the clock.
-module(load).
-export([run/4, request/1, is_cancelled/1, complete/2, abandon/1]).

-define(GRACE, 10000000000).
-record(call, {generator, request, deadline_at}).
-record(state, {
    next, admit, thinking, latencies, lateness = [], count_from, until, deadline,
    calls = #{}, late = #{}, deadlines = queue:new(), issued = 0, admitted = 0, answered = 0, answered_again = 0,
    intended = 0, rejected = 0, completed = 0, failed = 0, timed_out = 0, ended_in_window = 0, completed_in_window = 0,
    replies = [], in_flight_time = 0, seen_time = 0, seen_at
}).

%% For the service.

request(#call{request = Request}) -> Request.

is_cancelled(#call{deadline_at = DeadlineAt}) -> bench:now() >= DeadlineAt.

complete(Call, Reply) -> answer(Call, {completed, Reply}).

%% Drops a call that nobody waits for any more.
abandon(Call) -> answer(Call, failed).

answer(#call{generator = Generator, request = Request}, Outcome) ->
    Generator ! {ended, element(2, Request), bench:now(), Outcome}.

%% The generator.

run(#{warmUpMilliseconds := WarmUp, measuredMilliseconds := Measured, deadlineMilliseconds := Deadline} = Case, Run, Next, Admit) ->
    Main = self(),
    Origin = bench:now(),
    CountFrom = Origin + WarmUp * 1000000,
    Until = CountFrom + Measured * 1000000,
    #{latencies := Latencies} = Run,
    Generator = spawn_opt(fun() ->
        Start = #state{
            next = Next, admit = Admit, thinking = thinkers:new(Case, Origin), latencies = Latencies, count_from = CountFrom,
            until = Until, deadline = Deadline * 1000000, seen_at = Origin
        },
        Main ! {generated, self(), told(turn(Start))}
    end, [link, {priority, high}]),
    bench:measure_between(Run, CountFrom, Until),
    receive {generated, Generator, Told} -> Told end.

turn(State) ->
    At = bench:now(),
    Next = issue(At, pass_deadlines(At, take_ended(observe(At, State)))),
    #state{thinking = Thinking, until = Until, calls = Calls} = Next,
    DueAt = thinkers:next_at(Thinking),
    case (DueAt >= Until andalso At >= Until andalso map_size(Calls) =:= 0) orelse At >= Until + ?GRACE of
        true -> Next;
        false -> turn(rest(DueAt, Next))
    end.

%% Until the next call is due or one has ended, a millisecond at most: timers are no finer.
rest(DueAt, State) ->
    Rest = case DueAt =< bench:now() of true -> 0; false -> 1 end,
    receive {ended, _, _, _} = Ended -> ended(Ended, State) after Rest -> State end.

%% Operations in flight, as they are seen while the window is open.
observe(At, #state{seen_at = SeenAt, count_from = From, until = Until} = State) when SeenAt >= From, At < Until ->
    #state{in_flight_time = InFlight, seen_time = Seen, calls = Calls} = State,
    State#state{in_flight_time = InFlight + map_size(Calls) * (At - SeenAt), seen_time = Seen + At - SeenAt, seen_at = At};
observe(At, State) ->
    State#state{seen_at = At}.

take_ended(State) -> receive {ended, _, _, _} = Ended -> take_ended(ended(Ended, State)) after 0 -> State end.

ended({ended, Number, At, Outcome}, #state{calls = Calls, late = Late} = State) ->
    case {Calls, Late} of
        {#{Number := {_, _, DeadlineAt}}, _} when At >= DeadlineAt ->
            answered(State, finish(Number, DeadlineAt, timed_out, State));
        {#{Number := _}, _} ->
            answered(State, finish(Number, At, Outcome, State));
        {_, #{Number := _}} ->
            answered(State, State#state{late = maps:remove(Number, Late)});
        _ ->
            State#state{answered_again = State#state.answered_again + 1}
    end.

answered(#state{answered = Answered}, State) -> State#state{answered = Answered + 1}.

pass_deadlines(At, #state{deadlines = Deadlines, calls = Calls} = State) ->
    case queue:peek(Deadlines) of
        {value, {DeadlineAt, Number}} when DeadlineAt =< At ->
            Passed = State#state{deadlines = queue:drop(Deadlines)},
            case Calls of
                #{Number := _} ->
                    Finished = finish(Number, DeadlineAt, timed_out, Passed),
                    pass_deadlines(At, Finished#state{late = maps:put(Number, true, Finished#state.late)});
                _ ->
                    pass_deadlines(At, Passed)
            end;
        _ ->
            State
    end.

finish(Number, At, Outcome, #state{calls = Calls, thinking = Thinking} = State) ->
    {{User, IntendedAt, _}, Others} = maps:take(Number, Calls),
    Kept = reply(Number, Outcome, State#state{calls = Others, thinking = thinkers:think(User, At, Thinking)}),
    count(IntendedAt, At, Outcome, in_window(At, Outcome, Kept)).

reply(Number, {completed, Reply}, #state{replies = Replies} = State) -> State#state{replies = [Number, Reply | Replies]};
reply(_, _, State) -> State.

in_window(At, Outcome, #state{count_from = From, until = Until} = State) when At >= From, At < Until ->
    Completed = case Outcome of {completed, _} -> 1; _ -> 0 end,
    State#state{
        ended_in_window = State#state.ended_in_window + 1, completed_in_window = State#state.completed_in_window + Completed
    };
in_window(_, _, State) ->
    State.

count(IntendedAt, At, Outcome, #state{count_from = From} = State) when IntendedAt >= From ->
    latencies:record(State#state.latencies, At - IntendedAt),
    case Outcome of
        {completed, _} -> State#state{completed = State#state.completed + 1};
        failed -> State#state{failed = State#state.failed + 1};
        timed_out -> State#state{timed_out = State#state.timed_out + 1}
    end;
count(_, _, _, State) ->
    State.

issue(At, #state{thinking = Thinking, until = Until} = State) ->
    case thinkers:next_at(Thinking) of
        IntendedAt when IntendedAt =< At, IntendedAt < Until -> issue(At, call(IntendedAt, State));
        _ -> State
    end.

call(IntendedAt, #state{issued = Number, next = Next, admit = Admit, deadline = Deadline} = State) ->
    {User, Thinking} = thinkers:take(State#state.thinking),
    DeadlineAt = IntendedAt + Deadline,
    Issued = intend(IntendedAt, State#state{issued = Number + 1, thinking = Thinking}),
    case Admit(#call{generator = self(), request = Next(Number), deadline_at = DeadlineAt}) of
        true ->
            Issued#state{
                admitted = Issued#state.admitted + 1,
                calls = maps:put(Number, {User, IntendedAt, DeadlineAt}, Issued#state.calls),
                deadlines = queue:in({DeadlineAt, Number}, Issued#state.deadlines)
            };
        false ->
            Counts = case IntendedAt >= State#state.count_from of true -> 1; false -> 0 end,
            Issued#state{rejected = Issued#state.rejected + Counts, thinking = thinkers:think(User, bench:now(), Thinking)}
    end.

intend(IntendedAt, #state{count_from = From} = State) when IntendedAt >= From ->
    State#state{intended = State#state.intended + 1, lateness = [bench:now() - IntendedAt | State#state.lateness]};
intend(_, State) ->
    State.

told(#state{} = State) ->
    Late = lists:sort(State#state.lateness),
    [
        {issued, State#state.issued}, {admitted, State#state.admitted}, {answered, State#state.answered},
        {answeredAgain, State#state.answered_again}, {intended, State#state.intended}, {rejected, State#state.rejected},
        {completed, State#state.completed}, {failed, State#state.failed}, {timedOut, State#state.timed_out},
        {endedInWindow, State#state.ended_in_window}, {completedInWindow, State#state.completed_in_window},
        {replies, swapped(State#state.replies, [])},
        {latenessP99, lists:nth(max(1, ceil(0.99 * length(Late))), Late ++ [0])}, {latenessMax, lists:last([0 | Late])},
        {inFlightMillionths, State#state.in_flight_time * 1000000 div max(1, State#state.seen_time)}
    ].

%% Numbers and replies in the order of the calls' ends.
swapped([], Replies) -> Replies;
swapped([Number, Reply | Rest], Replies) -> swapped(Rest, [Number, Reply | Replies]).
