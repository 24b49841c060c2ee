%% For each unit of handlers a guard, whose mailbox keeps the events, and a process that handles them and knows the calls. The guard
%% hands on one event at a time; when the other one has crashed, or has hung for too long, it starts the next.
-module(routing).
-export([prepare/1, iterate/2]).

-define(GRACE, 10000).
-define(TOOK_OVER, 0).
-define(FAILED_ON, 1).
-define(HANDLED, 2).
-define(REFUSED, 3).
-define(NOBODY, -1).
-define(SETUP, 0).
-define(HANG_UP, 2).
-record(event, {number, offset, call, handler, kind, value, fault}).

prepare(#{events := Text, handlers := Handlers, handlersPerUnit := PerUnit} = Case) ->
    Texts = binary:split(Text, <<" ">>, [global]),
    Events = [event(Number, Fields) || {Number, Fields} <- lists:zip(lists:seq(0, length(Texts) - 1), Texts)],
    Case#{events := Events, units => (Handlers + PerUnit - 1) div PerUnit}.

event(Number, Text) ->
    [Offset, Call, Handler, Kind, Value, Fault] = [binary_to_integer(Field) || Field <- binary:split(Text, <<",">>, [global])],
    #event{number = Number, offset = Offset, call = Call, handler = Handler, kind = Kind, value = Value, fault = fault(Fault)}.

fault(0) -> none;
fault(1) -> crash;
fault(2) -> hang.

iterate(#{events := Events, units := Count, handlersPerUnit := PerUnit} = Case, #{units := Units} = Run) ->
    Main = self(),
    Origin = bench:now(),
    Settled = atomics:new(1, []),
    atomics:put(Settled, 1, length(Events)),
    Of = #{'case' => Case, counter => Units, origin => Origin, settled => Settled, main => Main},
    Guards = list_to_tuple([spawn_link(fun() -> start_guard(Of#{number => Number}) end) || Number <- lists:seq(0, Count - 1)]),
    Late = schedule:run(Case, Run, Origin, [{Event#event.offset, Event} || Event <- Events], fun(#event{handler = Handler} = Event) ->
        element(1 + Handler div PerUnit, Guards) ! Event
    end),
    receive settled -> ok after ?GRACE -> ok end,
    Told = [begin Guard ! stop, receive {told, Guard, Log, Completed} -> {Log, Completed} end end || Guard <- tuple_to_list(Guards)],
    units:await(Units, 0),
    [
        {log, lists:append([lists:append(lists:reverse(Log)) || {Log, _} <- Told])},
        {completed, iolist_to_binary(lists:join($ , lists:append([Completed || {_, Completed} <- Told])))}
    ] ++ schedule:told(Late).

%% The guard.

start_guard(#{counter := Units} = Of) ->
    units:enter(Units),
    Worker = start_worker(Of),
    guard(Of, Worker, [note(Of, ?TOOK_OVER, ?NOBODY)], []).

guard(#{counter := Units, main := Main} = Of, {Pid, Monitor} = Worker, Log, Completed) ->
    receive
        #event{number = Number, fault = Fault} = Event ->
            Begun = case Fault of none -> Log; _ -> [note(Of, ?FAILED_ON, Number) | Log] end,
            Pid ! {self(), Event},
            receive
                {Pid, Note, State} ->
                    settle(Of),
                    guard(Of, Worker, [Note | Begun], State ++ Completed);
                {'DOWN', Monitor, process, Pid, _} ->
                    Next = start_worker(Of),
                    Taken = [note(Of, ?TOOK_OVER, ?NOBODY) | Begun],
                    settle(Of),
                    guard(Of, Next, Taken, Completed)
            end;
        stop ->
            Pid ! stop,
            receive {'DOWN', Monitor, process, Pid, _} -> ok end,
            units:leave(Units),
            Main ! {told, self(), Log, Completed}
    end.

start_worker(#{'case' := #{workRounds := Rounds, hangLimitMilliseconds := HangLimit}, counter := Units} = Of) ->
    spawn_monitor(fun() ->
        units:enter(Units),
        try serve(Of, #{}, Rounds, HangLimit) after units:leave(Units) end
    end).

note(#{number := Unit, origin := Origin}, What, Event) -> [What, Unit, Event, bench:now() - Origin].

settle(#{settled := Settled, main := Main}) -> atomics:sub_get(Settled, 1, 1) =:= 0 andalso (Main ! settled).

%% The one that handles events. It ends when one crashes it, or makes it wait for too long.

serve(Of, Calls, Rounds, HangLimit) ->
    receive
        {_, #event{fault = hang}} ->
            receive answer -> serve(Of, Calls, Rounds, HangLimit) after HangLimit -> exit(hung) end;
        {_, #event{fault = crash}} ->
            exit(crashed);
        {Guard, #event{number = Number, call = Call, kind = Kind} = Event} when Kind =:= ?SETUP; is_map_key(Call, Calls) ->
            State = work(splitmix:mix(maps:get(Call, Calls, 0) bxor Event#event.value), Rounds),
            {Left, Completed} = change(Kind, Call, State, Calls),
            Guard ! {self(), note(Of, ?HANDLED, Number), Completed},
            serve(Of, Left, Rounds, HangLimit);
        {Guard, #event{number = Number}} ->
            Guard ! {self(), note(Of, ?REFUSED, Number), []},
            serve(Of, Calls, Rounds, HangLimit);
        stop ->
            ok
    end.

change(?HANG_UP, Call, State, Calls) -> {maps:remove(Call, Calls), [[integer_to_list(Call), $:, integer_to_list(State)]]};
change(_, Call, State, Calls) -> {Calls#{Call => State}, []}.

work(State, 0) -> State;
work(State, Rounds) -> work(splitmix:mix(State), Rounds - 1).
