using Bench.Analysis.Code;
using Bench.Results.Json;

namespace Bench.Analysis.Claims;

/// <summary>Reads one part of a claim.</summary>
internal sealed class ClaimPartReader
{
    private static readonly (string Word, ClaimRelation Relation)[] s_relations =
    [
        ("ratio", ClaimRelation.Ratio),
        ("value", ClaimRelation.Value),
        ("difference", ClaimRelation.Difference),
        ("none", ClaimRelation.None),
        ("noSingleBest", ClaimRelation.NoSingleBest),
        ("caught", ClaimRelation.Caught),
        ("code", ClaimRelation.Code),
    ];

    private readonly JsonSource _source;
    private readonly JsonFields _fields;

    public ClaimPartReader(JsonSource source, JsonPlace place)
    {
        _source = source;
        _fields = new(
            source,
            "a part",
            place,
            "title",
            "relation",
            "metric",
            "unit",
            "atLeast",
            "atMost",
            "pitfall",
            "contender",
            "also",
            "baseline",
            "workload",
            "parameters",
            "told",
            "equal",
            "aside",
            "awaits"
        );
    }

    public ClaimPart Read() =>
        _fields.Has("awaits")
            ? Awaiting()
            : Relation() switch
            {
                ClaimRelation.Caught => Caught(),
                ClaimRelation.Code => Code(),
                _ => Measured(),
            };

    private ClaimPart Code()
    {
        foreach (var surplus in new[] { "pitfall", "unit", "workload", "parameters", "told", "equal" })
        {
            Refuse(surplus, "is of no use: code is compared in every workload, and has no terms");
        }

        var part = new ClaimPart
        {
            Title = _fields.Text("title"),
            Relation = ClaimRelation.Code,
            Code = new(
                Measure(),
                [.. _fields.TextsOrNone("also", "models").Prepend(_fields.Text("contender"))],
                _fields.Text("baseline"),
                _fields.Line
            ),
            AtLeast = _fields.NumberOrNull("atLeast"),
            AtMost = _fields.NumberOrNull("atMost"),
            Aside = _fields.Flag("aside"),
            Line = _fields.Line,
        };
        CheckThresholds(part);
        return part;
    }

    private CodeMeasure Measure()
    {
        var id = _fields.Text("metric");
        return CodeMeasure.All.FirstOrDefault(measure => measure.Id == id)
            ?? throw _fields.Wrong(
                _fields.Of("metric"),
                $"unknown count of code '{id}'; {JsonFields.ThereAre(CodeMeasure.All.Select(measure => measure.Id))}"
            );
    }

    private ClaimPart Caught() =>
        _fields.All.Keys.Except(["title", "relation", "pitfall", "aside"]).FirstOrDefault() is { } surplus
            ? throw _fields.Wrong(
                _fields.Of(surplus),
                $"'{surplus}' is of no use: a pitfall has a case of its own, and no terms"
            )
            : new()
            {
                Title = _fields.Text("title"),
                Relation = ClaimRelation.Caught,
                Pitfall = _fields.Text("pitfall"),
                Aside = _fields.Flag("aside"),
                Line = _fields.Line,
            };

    private ClaimPart Awaiting() =>
        _fields.All.Keys.Except(["title", "awaits", "aside"]).FirstOrDefault() is { } surplus
            ? throw _fields.Wrong(_fields.Of(surplus), $"a part that awaits something has no '{surplus}' yet")
            : new()
            {
                Title = _fields.Text("title"),
                Awaits = _fields.Text("awaits"),
                Aside = _fields.Flag("aside"),
                Line = _fields.Line,
            };

    private ClaimPart Measured()
    {
        var relation = Relation();
        Refuse("pitfall", "belongs to the relation 'caught'");
        foreach (var surplus in new[] { "contender", "also", "baseline" })
        {
            Refuse(surplus, "belongs to the relation 'code'; other arms stand in 'told' or 'equal'");
        }

        var metric = MetricOf(relation);
        var arms = new ClaimArmsReader(_source, _fields, relation);
        var part = new ClaimPart
        {
            Title = _fields.Text("title"),
            Relation = relation,
            Metric = metric,
            Unit = UnitOf(relation, metric),
            AtLeast = _fields.NumberOrNull("atLeast"),
            AtMost = _fields.NumberOrNull("atMost"),
            Told = arms.Read(ClaimTerms.Told),
            Equal = arms.Read(ClaimTerms.Equal),
            Aside = _fields.Flag("aside"),
            Line = _fields.Line,
        };
        if (part is { Told: null, Equal: null })
        {
            throw _fields.Wrong(_fields.Place, "a part has neither 'told' nor 'equal' nor 'awaits'");
        }

        CheckThresholds(part);
        return part;
    }

    private ClaimRelation Relation()
    {
        var word = _fields.Text("relation");
        var index = Array.FindIndex(s_relations, pair => pair.Word == word);
        return index >= 0
            ? s_relations[index].Relation
            : throw _fields.Wrong(
                _fields.Of("relation"),
                $"unknown relation '{word}'; {JsonFields.ThereAre(s_relations.Select(pair => pair.Word))}"
            );
    }

    private Metric? MetricOf(ClaimRelation relation)
    {
        if (relation == ClaimRelation.NoSingleBest)
        {
            Refuse("metric", "is of no use: every workload is judged by its own");
            return null;
        }

        return Metrics.Find(_fields.Text("metric"));
    }

    private ClaimUnit? UnitOf(ClaimRelation relation, Metric? metric)
    {
        if (relation is not (ClaimRelation.Value or ClaimRelation.Difference))
        {
            Refuse("unit", "is of no use: there is no threshold with a unit");
            return null;
        }

        var name = _fields.Text("unit");
        var unit =
            ClaimUnit.Find(name)
            ?? throw _fields.Wrong(
                _fields.Of("unit"),
                $"unknown unit '{name}'; {JsonFields.ThereAre(ClaimUnit.All.Select(known => known.Name))}"
            );
        var own = ClaimUnit.Of(metric!.Unit);
        return unit.Kind == own.Kind
            ? unit
            : throw _fields.Wrong(
                _fields.Of("unit"),
                $"{Known(metric)} is measured in {own.Name}, which does not convert to {name}"
            );
    }

    // Whether a workload has a figure of that name is known only when the suite is looked at.
    private static string Known(Metric metric) =>
        Metrics.All.Contains(metric)
            ? metric.Id
            : $"{metric.Id} is none of the common metrics ({string.Join(", ", Metrics.All.Select(known => known.Id))}); a figure of a workload's own with that name";

    private void CheckThresholds(ClaimPart part)
    {
        if (part.Relation is ClaimRelation.None or ClaimRelation.NoSingleBest)
        {
            Refuse("atLeast", "is of no use with this relation");
            Refuse("atMost", "is of no use with this relation");
            return;
        }

        if (part is { AtLeast: null, AtMost: null })
        {
            throw _fields.Wrong(_fields.Place, "a part has neither 'atLeast' nor 'atMost'");
        }

        if (part.AtLeast >= part.AtMost)
        {
            throw _fields.Wrong(
                _fields.Of("atMost"),
                $"contradicting thresholds: no interval lies between {part.AtLeast} and {part.AtMost}"
            );
        }

        if (part.Relation != ClaimRelation.Difference && (part.AtLeast <= 0 || part.AtMost <= 0))
        {
            throw _fields.Wrong(
                _fields.Of(part.AtLeast <= 0 ? "atLeast" : "atMost"),
                "the threshold must be above 0; for nothing at all there is the relation 'none'"
            );
        }
    }

    private void Refuse(string field, string why)
    {
        if (_fields.Has(field))
        {
            throw _fields.Wrong(_fields.Of(field), $"'{field}' {why}");
        }
    }
}
