%% One line of the protocol. What comes in is a flat object of texts without escapes, whole numbers and flags.
-module(message).
-export([parse/1, to_json/1]).

-define(FIELD, <<"\"(\\w+)\"\\s*:\\s*(?:\"([^\"]*)\"|(-?\\d+)|(true|false))">>).

parse(Line) ->
    case re:run(Line, ?FIELD, [global, {capture, all_but_first, binary}]) of
        {match, Fields} -> maps:from_list([{binary_to_atom(Name), value(Value)} || [Name | Value] <- Fields]);
        nomatch -> #{}
    end.

value([Text]) -> Text;
value([_, Number]) -> binary_to_integer(Number);
value([_, _, Flag]) -> Flag =:= <<"true">>.

to_json(Fields) -> [${, lists:join($,, [[$", atom_to_list(Name), $", $:, json(Value)] || {Name, Value} <- Fields]), $}].

json(Number) when is_integer(Number) -> integer_to_list(Number);
json(Word) when is_atom(Word) -> [$", atom_to_list(Word), $"];
json(Text) when is_binary(Text) -> [$", re:replace(Text, "[\\x00-\\x1f\"\\\\]", " ", [global]), $"];
json(List) -> [$[, lists:join($,, [json(Item) || Item <- List]), $]].
