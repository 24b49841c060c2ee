%% A process per producer and per consumer. The mailbox of a sole consumer is the buffer, and the room in it is shared out among the
%% producers, who are told of some that they may use again; several consumers have a process before them that keeps the buffer.
-module(handoff).
-export([prepare/1, iterate/2]).

prepare(#{producers := Producers, consumers := Consumers, capacity := Capacity, burstItems := Items} = Parameters) ->
    #{playMilliseconds := Milliseconds, timed := Timed} = Parameters,
    #{
        producers => Producers, consumers => Consumers, items => Items, timed => Timed, play => Milliseconds * 1000000,
        room => case Capacity of 0 -> infinity; _ -> Capacity end,
        direct => Consumers =:= 1 andalso (Capacity =:= 0 orelse Capacity >= Producers)
    }.

iterate(#{consumers := Consumers, play := Play} = Case, #{units := Units} = Run) ->
    Main = self(),
    Taken = atomics:new(1, []),
    Buffer = start_buffer(Case, Units),
    All = [
        spawn_link(fun() ->
            units:enter(Units),
            consume({Case, Run, Taken, Main, Buffer}, #{}, []),
            units:leave(Units),
            Main ! {ended, self()}
        end)
     || _ <- lists:seq(1, Consumers)
    ],
    units:await(Units, Consumers + length(Buffer)),
    Tally = bench:measure(Run, fun(OpenedAt) ->
        bursts({Case, Units, Taken, Buffer, All}, OpenedAt + Play, handoff_tally:new(Case))
    end),
    [Pid ! stop || Pid <- All ++ Buffer],
    [receive {ended, Pid} -> ok end || Pid <- All],
    units:await(Units, 0),
    handoff_tally:told(Tally).

bursts({#{producers := Producers, items := Items} = Case, Units, Taken, Buffer, Consumers} = All, Until, Tally) ->
    Main = self(),
    Burst = handoff_tally:bursts(Tally),
    atomics:put(Taken, 1, Items),
    BegunAt = bench:now(),
    Offering = [
        spawn_link(fun() ->
            units:enter(Units),
            offer(Case, hd(Buffer ++ Consumers), {Burst, Producer}, handoff_tally:share(Case, Producer)),
            units:leave(Units),
            Main ! {offered, self()}
        end)
     || Producer <- lists:seq(0, Producers - 1)
    ],
    [receive {offered, Pid} -> ok end || Pid <- Offering],
    receive taken -> ok end,
    DoneAt = bench:now(),
    Took = [begin Pid ! {items, Main}, receive {took, Pid, List} -> List end end || Pid <- Consumers],
    NewTally = handoff_tally:add(Tally, Took, BegunAt, DoneAt),
    case bench:now() < Until of
        true -> bursts(All, Until, NewTally);
        false -> NewTally
    end.

%% Producers.

offer(#{direct := true} = Case, Consumer, Of, Share) -> offer_directly(Case, Consumer, Of, 0, Share, share_of_room(Case));
offer(Case, Buffer, Of, Share) -> offer_to_buffer(Case, Buffer, Of, 0, Share).

offer_directly(_, _, _, Share, Share, _) -> ok;
offer_directly(Case, Consumer, {Burst, Producer} = Of, Number, Share, Room) ->
    Item = {Burst, Producer, Number, offered_at(Case)},
    Left = await_room(Room),
    Consumer ! {item, self(), Item},
    offer_directly(Case, Consumer, Of, Number + 1, Share, used(Left)).

await_room(0) -> receive {room, More} -> More end;
await_room(Room) -> Room.

used(infinity) -> infinity;
used(Room) -> Room - 1.

offer_to_buffer(_, _, _, Share, Share) -> ok;
offer_to_buffer(Case, Buffer, {Burst, Producer} = Of, Number, Share) ->
    Buffer ! {put, self(), {Burst, Producer, Number, offered_at(Case)}},
    receive room -> ok end,
    offer_to_buffer(Case, Buffer, Of, Number + 1, Share).

share_of_room(#{room := infinity}) -> infinity;
share_of_room(#{room := Room, producers := Producers}) -> Room div Producers.

offered_at(#{timed := true}) -> bench:now();
offered_at(_) -> 0.

%% Consumers.

consume({#{direct := true} = Case, Run, Taken, Main, _} = Self, Owed, Items) ->
    receive
        {item, Producer, Item} ->
            Kept = take(Case, Run, Taken, Main, Item),
            consume(Self, give_back(Case, Producer, Owed), [Kept | Items]);
        {items, Main} ->
            Main ! {took, self(), lists:reverse(Items)},
            consume(Self, #{}, []);
        stop ->
            ok
    end;
consume({_, _, _, _, [Buffer]} = Self, _, Items) ->
    Buffer ! {get, self()},
    consume_from_buffer(Self, Items).

consume_from_buffer({Case, Run, Taken, Main, [Buffer]} = Self, Items) ->
    receive
        {item, Item} ->
            Kept = take(Case, Run, Taken, Main, Item),
            Buffer ! {get, self()},
            consume_from_buffer(Self, [Kept | Items]);
        {items, Main} ->
            Main ! {took, self(), lists:reverse(Items)},
            consume_from_buffer(Self, []);
        stop ->
            ok
    end.

take(#{timed := Timed}, #{latencies := Latencies}, Taken, Main, {_, _, _, OfferedAt} = Item) ->
    TakenAt = case Timed of
        true ->
            Now = bench:now(),
            latencies:record(Latencies, Now - OfferedAt),
            Now;
        false ->
            0
    end,
    atomics:sub_get(Taken, 1, 1) =:= 0 andalso (Main ! taken),
    {Item, TakenAt}.

%% To tell of every single item would double the messages.
give_back(#{room := infinity}, _, Owed) -> Owed;
give_back(Case, Producer, Owed) ->
    Batch = max(1, share_of_room(Case) div 2),
    case maps:get(Producer, Owed, 0) + 1 of
        Batch -> Producer ! {room, Batch}, Owed#{Producer => 0};
        Some -> Owed#{Producer => Some}
    end.

%% The buffer.

start_buffer(#{direct := true}, _) -> [];
start_buffer(#{room := Room}, Units) ->
    [spawn_link(fun() ->
        units:enter(Units),
        keep(Room, 0, queue:new(), queue:new(), queue:new()),
        units:leave(Units)
    end)].

keep(Room, Count, Items, Putting, Getting) ->
    receive
        {put, Producer, Item} ->
            case {queue:out(Getting), Count < Room} of
                {{{value, Consumer}, Others}, _} ->
                    Consumer ! {item, Item},
                    Producer ! room,
                    keep(Room, Count, Items, Putting, Others);
                {_, true} ->
                    Producer ! room,
                    keep(Room, Count + 1, queue:in(Item, Items), Putting, Getting);
                {_, false} ->
                    keep(Room, Count, Items, queue:in({Producer, Item}, Putting), Getting)
            end;
        {get, Consumer} ->
            case {queue:out(Items), queue:out(Putting)} of
                {{empty, _}, _} ->
                    keep(Room, Count, Items, Putting, queue:in(Consumer, Getting));
                {{{value, Item}, Others}, {empty, _}} ->
                    Consumer ! {item, Item},
                    keep(Room, Count - 1, Others, Putting, Getting);
                {{{value, Item}, Others}, {{value, {Producer, Next}}, StillPutting}} ->
                    Consumer ! {item, Item},
                    Producer ! room,
                    keep(Room, Count, queue:in(Next, Others), StillPutting, Getting)
            end;
        stop ->
            ok
    end.
