%% What became of the bursts, item by item.
-module(handoff_tally).
-export([new/1, bursts/1, share/2, add/4, told/1]).

new(Case) ->
    #{case_of => Case, bursts => 0, distinct => 0, numberSum => 0, twice => 0, strangers => 0, overtaken => 0, most => 0, nanoseconds => 0}.

bursts(#{bursts := Bursts}) -> Bursts.

share(#{items := Items, producers := Producers}, Producer) ->
    Items * (Producer + 1) div Producers - Items * Producer div Producers.

add(#{case_of := #{timed := Timed} = Case, bursts := Burst} = Tally, Took, BegunAt, DoneAt) ->
    All = lists:append(Took),
    IsOurs = fun({{B, Producer, Number, _}, _}) -> B =:= Burst andalso Number >= 0 andalso Number < share(Case, Producer) end,
    {Ours, Strangers} = lists:partition(IsOurs, All),
    Distinct = length(lists:usort([{Producer, Number} || {{_, Producer, Number, _}, _} <- Ours])),
    EndedAt = case Timed of true -> lists:max([BegunAt | [At || {_, At} <- All]]); false -> DoneAt end,
    Most = case Timed of true -> most_at_once(Ours); false -> 0 end,
    Sums = #{
        bursts => 1, distinct => Distinct, numberSum => lists:sum([Number || {{_, _, Number, _}, _} <- Ours]),
        twice => length(Ours) - Distinct, strangers => length(Strangers),
        overtaken => lists:sum([overtaken(List, #{}, 0) || List <- Took]), nanoseconds => EndedAt - BegunAt
    },
    maps:merge(Tally#{most := max(Most, maps:get(most, Tally))}, maps:map(fun(Key, More) -> maps:get(Key, Tally) + More end, Sums)).

overtaken([], _, Count) -> Count;
overtaken([{{_, Producer, Number, _}, _} | Rest], Last, Count) ->
    More = case maps:get(Producer, Last, 0) > Number of true -> 1; false -> 0 end,
    overtaken(Rest, Last#{Producer => Number}, Count + More).

%% Most items that had been offered and not yet taken; one taken makes room for one offered at that time.
most_at_once(Items) ->
    most(lists:sort([At || {{_, _, _, At}, _} <- Items]), lists:sort([At || {_, At} <- Items]), 0, 0).

most([], _, _, Most) -> Most;
most([Come | _] = Offered, [Gone | Taken], UnderWay, Most) when Gone =< Come -> most(Offered, Taken, UnderWay - 1, Most);
most([_ | Offered], Taken, UnderWay, Most) -> most(Offered, Taken, UnderWay + 1, max(Most, UnderWay + 1)).

told(#{most := Most, nanoseconds := Nanoseconds} = Tally) ->
    [{Key, maps:get(Key, Tally)} || Key <- [bursts, distinct, numberSum, twice, strangers, overtaken]] ++
        [{mostUnderWay, Most}, {burstNanoseconds, Nanoseconds}].
