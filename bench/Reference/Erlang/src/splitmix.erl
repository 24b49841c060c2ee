%% The suite's source of randomness: see the protocol. A stream is its state.
-module(splitmix).
-export([of_item/2, mix/1, next/1, below/2, exponential/2]).

-define(GOLDEN, 16#9E3779B97F4A7C15).
-define(MASK, 16#FFFFFFFFFFFFFFFF).

%% A stream of its own for an item of a seeded series.
of_item(Seed, Index) -> mix(Seed bxor mix(Index)).

mix(Value) ->
    A = (Value + ?GOLDEN) band ?MASK,
    B = ((A bxor (A bsr 30)) * 16#BF58476D1CE4E5B9) band ?MASK,
    C = ((B bxor (B bsr 27)) * 16#94D049BB133111EB) band ?MASK,
    C bxor (C bsr 31).

next(State) -> {mix(State), (State + ?GOLDEN) band ?MASK}.

%% Uniform in 0 … Bound − 1.
below(Bound, State) ->
    {Random, Next} = next(State),
    {(Random * Bound) bsr 64, Next}.

%% Exponential with the given mean, cut to a whole number.
exponential(Mean, State) ->
    {Random, Next} = next(State),
    {trunc(-Mean * math:log(1 - (Random bsr 11) / (1 bsl 53))), Next}.
