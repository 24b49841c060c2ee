using System.Text.Json;
using Bench.Results;
using Bench.Results.Json;

namespace Bench.Analysis.Claims;

/// <summary>Reads the arms of a part; workload and parameters of the part are those of its arms unless they say otherwise.</summary>
internal sealed class ClaimArmsReader(JsonSource source, JsonFields part, ClaimRelation relation)
{
    private bool Compares => relation is ClaimRelation.Ratio or ClaimRelation.Difference;

    /// <summary>The arms on these terms, or null when the part has none.</summary>
    public ClaimArms? Read(string terms)
    {
        if (!part.All.TryGetValue(terms, out var place))
        {
            return null;
        }

        var fields = new JsonFields(source, $"'{terms}'", place, Known());
        if (relation == ClaimRelation.NoSingleBest)
        {
            return new([], null, place.Line);
        }

        var contenders = Arms(fields, "contender", terms);
        var baseline = Compares ? Arms(fields, "baseline", terms) : [];
        return baseline switch
        {
            { Count: > 1 } => throw fields.Wrong(fields.Of("baseline"), "a baseline has no 'also'"),
            [var only] when contenders.FirstOrDefault(arm => arm.IsSame(only)) is { } same =>
                throw ClaimError.At(source.File, same.Line, "compares an arm with itself"),
            _ => new(contenders, baseline.FirstOrDefault(), place.Line),
        };
    }

    // An empty list of known fields would allow all.
    private string[] Known() =>
        relation switch
        {
            ClaimRelation.NoSingleBest => ["nothing"],
            _ when Compares => ["contender", "baseline"],
            _ => ["contender"],
        };

    private List<ClaimArm> Arms(JsonFields fields, string name, string terms)
    {
        if (!fields.All.TryGetValue(name, out var place))
        {
            throw fields.Missing(name);
        }

        var arm = new JsonFields(
            source,
            $"'{name}'",
            place,
            "model",
            "also",
            "workload",
            "parameters",
            "terms",
            "traced"
        );
        var models = arm.TextsOrNone("also", "models").Prepend(arm.Text("model"));
        var workload =
            arm.TextOrNull("workload") ?? part.TextOrNull("workload") ?? throw arm.Missing("workload");
        var parameters = Parameters(arm);
        return
        [
            .. models.Select(model =>
                Arm(model, workload, TermsOf(arm, terms), parameters, place.Line) with
                {
                    Traced = arm.Flag("traced"),
                }
            ),
        ];
    }

    private static ClaimArm Arm(
        string model,
        string workload,
        string terms,
        ParameterSet parameters,
        int line
    ) =>
        model.Split(':', 2) is [var id, var variant]
            ? new(workload, id, variant, terms, parameters, line)
            : new(workload, model, VariantName.Default, terms, parameters, line);

    private static string TermsOf(JsonFields arm, string own)
    {
        var terms = arm.TextOrNull("terms") ?? own;
        return terms is ClaimTerms.Told or ClaimTerms.Equal
            ? terms
            : throw arm.Wrong(
                arm.Of("terms"),
                $"unknown terms '{terms}'; {JsonFields.ThereAre([ClaimTerms.Told, ClaimTerms.Equal])}"
            );
    }

    private ParameterSet Parameters(JsonFields arm)
    {
        var own = ParametersOf(arm);
        return new(own.Concat(ParametersOf(part).Where(shared => !own.ContainsKey(shared.Key))));
    }

    private Dictionary<string, string> ParametersOf(JsonFields fields)
    {
        if (!fields.All.TryGetValue("parameters", out var place))
        {
            return [];
        }

        var parameters = new JsonFields(source, "'parameters'", place);
        return parameters.All.ToDictionary(
            item => item.Key,
            item =>
                item.Value.Kind is JsonValueKind.Number or JsonValueKind.String
                    ? item.Value.Text
                    : throw parameters.Wrong(item.Value, $"parameter '{item.Key}' must be a number or a text")
        );
    }
}
