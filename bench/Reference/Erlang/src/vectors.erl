%% What the test vectors of the protocol ask: no workload is measured by it.
-module(vectors).
-export([prepare/1, iterate/2]).

-define(NUMBERS, 16).

prepare(#{seed := Seed, values := Values}) ->
    {binary_to_integer(Seed), [binary_to_integer(Value) || Value <- binary:split(Values, <<" ">>, [global])]}.

iterate({Seed, Values}, _) ->
    Buckets = [latencies:bucket_of(Value) || Value <- Values],
    {Randoms, Below, Thinking} = lists:unzip3([draw(Seed, Number) || Number <- lists:seq(0, ?NUMBERS - 1)]),
    [
        {buckets, Buckets},
        {lowest, [latencies:lowest_in(Bucket) || Bucket <- Buckets]},
        {randoms, words([integer_to_list(Random) || Random <- Randoms])},
        {below, Below},
        {thinking, Thinking},
        {requests, lists:append([request(Seed, Number) || Number <- lists:seq(0, ?NUMBERS - 1)])},
        {texts, words([item(Seed, Number) || Number <- lists:seq(0, ?NUMBERS - 1)])}
    ].

draw(Seed, Number) ->
    {Random, State1} = splitmix:next(splitmix:of_item(Seed, Number)),
    {Below, State2} = splitmix:below(1000, State1),
    {Thinking, _} = splitmix:exponential(1.0e9, State2),
    {Random, Below, Thinking}.

request(Seed, Number) ->
    {request, Number, Product, Reserves, Quantity} = inventory:request(Seed, Number, 1000, 20),
    [Product, case Reserves of true -> 1; false -> 0 end, Quantity].

%% As pipeline draws it, which has no lane here.
item(Seed, Number) ->
    {Key, State} = splitmix:below(100, splitmix:of_item(Seed, Number)),
    {Quantity, _} = splitmix:below(100, State),
    io_lib:format("~b;~b;~b", [Number, Key, 1 + Quantity]).

words(Words) -> iolist_to_binary(lists:join($ , Words)).
