%% A gate process limits the requests in work and queues the rest; each request in work is a process of its own, and each product one
%% that owns its stock.
-module(inventory).
-export([prepare/1, iterate/2, request/4]).

-define(FOUND, 0).
-define(GRANTED, 1).
-define(SOLD_OUT, 2).

prepare(Parameters) -> Parameters.

request(Seed, Number, Products, ReservationPercent) ->
    {Product, State1} = splitmix:below(Products, splitmix:of_item(Seed, Number)),
    {Percent, State2} = splitmix:below(100, State1),
    {Quantity, _} = splitmix:below(3, State2),
    {request, Number, Product, Percent < ReservationPercent, 1 + Quantity}.

iterate(#{products := Count, stockPerProduct := Stock, concurrencyLimit := Limit, queueBound := Bound} = Case, #{units := Units} = Run) ->
    #{reservationPercent := ReservationPercent, seed := Seed, backendMilliseconds := Backend} = Case,
    Products = list_to_tuple([spawn_link(fun() -> keep_stock(Units, Stock) end) || _ <- lists:seq(1, Count)]),
    Waiting = atomics:new(1, []),
    Gate = spawn_link(fun() ->
        units:enter(Units),
        guard(#{limit => Limit, waiting => Waiting, units => Units, backend => Backend, products => Products}, 0, 0, queue:new()),
        units:leave(Units)
    end),
    Next = fun(Number) -> request(binary_to_integer(Seed), Number, Count, ReservationPercent) end,
    Admit = fun(Call) ->
        atomics:get(Waiting, 1) < Bound andalso begin
            atomics:add(Waiting, 1, 1),
            Gate ! {call, Call},
            true
        end
    end,
    Told = load:run(Case, Run, Next, Admit),
    Gate ! {stop, self()},
    MostInWork = receive {most, Most} -> Most end,
    Books = [begin Product ! {stop, self()}, receive {books, Product, Left, Granted} -> {Left, Granted} end end || Product <- tuple_to_list(Products)],
    units:await(Units, 0),
    Told ++ [
        {mostInWork, MostInWork},
        {left, [Left || {Left, _} <- Books]},
        {books, [Field || {_, Granted} <- Books, {request, Number, Product, _, Quantity} <- Granted, Field <- [Number, Product, Quantity]]}
    ].

%% The gate.

guard(#{limit := Limit} = Gate, InWork, Most, Queue) ->
    receive
        {call, Call} when InWork < Limit ->
            start(Gate, Call),
            guard(Gate, InWork + 1, max(Most, InWork + 1), Queue);
        {call, Call} ->
            guard(Gate, InWork, Most, queue:in(Call, Queue));
        done ->
            case queue:out(Queue) of
                {{value, Call}, Others} ->
                    start(Gate, Call),
                    guard(Gate, InWork, Most, Others);
                {empty, _} ->
                    guard(Gate, InWork - 1, Most, Queue)
            end;
        {stop, Main} when InWork =:= 0 ->
            Main ! {most, Most}
    end.

start(#{waiting := Waiting, units := Units, backend := Backend, products := Products}, Call) ->
    atomics:sub(Waiting, 1, 1),
    Gate = self(),
    spawn_link(fun() ->
        units:enter(Units),
        handle(Call, Backend, Products),
        units:leave(Units),
        Gate ! done
    end).

%% A request in work.

handle(Call, Backend, Products) ->
    case load:is_cancelled(Call) of
        true ->
            load:abandon(Call);
        false ->
            receive after Backend -> ok end,
            element(1 + product_of(Call), Products) ! {apply, Call}
    end.

product_of(Call) -> element(3, load:request(Call)).

%% A product.

keep_stock(Units, Stock) ->
    units:enter(Units),
    keep_stock(Stock, [], Units).

keep_stock(Left, Granted, Units) ->
    receive
        {apply, Call} ->
            {request, _, _, Reserves, Quantity} = Request = load:request(Call),
            case {Reserves, Left >= Quantity} of
                {false, _} ->
                    load:complete(Call, ?FOUND),
                    keep_stock(Left, Granted, Units);
                {true, true} ->
                    load:complete(Call, ?GRANTED),
                    keep_stock(Left - Quantity, [Request | Granted], Units);
                {true, false} ->
                    load:complete(Call, ?SOLD_OUT),
                    keep_stock(Left, Granted, Units)
            end;
        {stop, Main} ->
            units:leave(Units),
            Main ! {books, self(), Left, Granted}
    end.
