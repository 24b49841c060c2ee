%% Users who think before each call: entries of a set, not processes. One beyond the present number stays away until there are more.
-module(thinkers).
-export([new/2, next_at/1, take/1, think/3]).

-record(thinkers, {queue, random, mean, users, spike, spike_from, spike_end, origin}).

new(#{users := Users, spikeUsers := Spike, thinkMilliseconds := Think, seed := Seed} = Case, Origin) ->
    #{warmUpMilliseconds := WarmUp, measuredMilliseconds := Measured} = Case,
    Thinkers = #thinkers{
        queue = gb_sets:new(), random = binary_to_integer(Seed), mean = Think * 1.0e6, users = Users, spike = Spike,
        spike_from = WarmUp * 1000000 + Measured * 1000000 div 3, spike_end = WarmUp * 1000000 + Measured * 2000000 div 3,
        origin = Origin
    },
    lists:foldl(fun(User, Others) -> think(User, Origin, Others) end, Thinkers, lists:seq(0, max(Users, Spike) - 1)).

%% An atom is greater than any number.
next_at(#thinkers{queue = Queue}) ->
    case gb_sets:is_empty(Queue) of
        true -> never;
        false -> element(1, gb_sets:smallest(Queue))
    end.

take(#thinkers{queue = Queue} = Thinkers) ->
    {{_, User}, Others} = gb_sets:take_smallest(Queue),
    {User, Thinkers#thinkers{queue = Others}}.

think(User, From, #thinkers{queue = Queue, random = Random, mean = Mean, origin = Origin} = Thinkers) ->
    {Time, Next} = splitmix:exponential(Mean, Random),
    Drawn = Thinkers#thinkers{random = Next},
    case back(User, From + Time - Origin, Thinkers) of
        present -> Drawn#thinkers{queue = gb_sets:add_element({From + Time, User}, Queue)};
        away -> Drawn;
        At -> think(User, Origin + At, Drawn)
    end.

back(User, Offset, #thinkers{users = Users, spike = Spike, spike_from = From, spike_end = End}) ->
    Present = case Spike =/= 0 andalso Offset >= From andalso Offset < End of true -> Spike; false -> Users end,
    if
        Present > User -> present;
        Spike > User, From > Offset -> From;
        Spike =/= 0, Users > User, End > Offset -> End;
        true -> away
    end.
