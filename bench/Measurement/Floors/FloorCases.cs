using System.Reflection;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Measurement.Floors;

/// <summary>What is measured side by side: every form, found by type, and the lanes that it is held against.</summary>
public static class FloorCases
{
    private const double LimitSeconds = 30;

    /// <summary>All cases, ordered by pattern, model and role.</summary>
    /// <param name="floors">The forms' assembly.</param>
    /// <param name="lanes">The suite's lanes.</param>
    /// <exception cref="InvalidOperationException">A class of the assembly is no form, names an unknown pattern, or has no lane to be held against.</exception>
    public static IReadOnlyList<FloorCase> Of(Assembly floors, IReadOnlyList<Lane> lanes)
    {
        var forms = Lanes.Of(floors).Select(lane => (Lane: lane, Mark: MarkOf(lane))).ToList();
        var known = Patterns.All.Select(pattern => pattern.Facts.Id).ToHashSet();
        var stray = forms.FirstOrDefault(form =>
            form.Mark.Patterns.Count == 0 || !form.Mark.Patterns.All(known.Contains)
        );
        if (stray.Lane is not null)
        {
            throw new InvalidOperationException(
                $"{stray.Lane.Source}: its patterns are not some of {string.Join(", ", known)}"
            );
        }

        return
        [
            .. from pattern in Patterns.All
            from model in forms
                .Where(form => form.Mark.Patterns.Contains(pattern.Facts.Id))
                .GroupBy(form => form.Mark.Model)
                .OrderBy(model => model.Key, StringComparer.Ordinal)
            from item in LaneCases(pattern, model.Key, lanes)
                .Concat(model.Select(form => FormCase(pattern, form.Lane, form.Mark)))
            select item,
        ];
    }

    private static FormAttribute MarkOf(Lane lane) =>
        lane.Type.GetCustomAttribute<FormAttribute>()
        ?? throw new InvalidOperationException($"{lane.Source} has no [Form(…)]");

    private static IEnumerable<FloorCase> LaneCases(Pattern pattern, string model, IReadOnlyList<Lane> lanes)
    {
        if (!pattern.HasLanes)
        {
            yield break;
        }

        var lane =
            lanes.FirstOrDefault(lane =>
                lane.Workload.Id == pattern.Workload
                && lane.Model.Id == model
                && lane.Variant == pattern.VariantOf(model)
            )
            ?? throw new InvalidOperationException(
                $"{pattern.Facts.Id}: there is no lane {pattern.Workload}/{model}:{pattern.VariantOf(model)}"
            );
        yield return LaneCase(FloorRole.Lane, pattern.ParametersFor(model));
        if (pattern.Recorded is { } recorded)
        {
            yield return LaneCase(FloorRole.Recorded, recorded);
        }

        FloorCase LaneCase(string role, ParameterSet parameters)
        {
            var planned = lane.With(parameters, LimitSeconds);
            var name = VariantName.Of(model, lane.Variant, ":");
            return new(
                new(role, pattern.Facts.Id, model, name, null, null, null, planned.Case, lane.Source, []),
                planned
            );
        }
    }

    private static FloorCase FormCase(Pattern pattern, Lane form, FormAttribute mark)
    {
        if (form.Workload.Id != pattern.Workload)
        {
            throw new InvalidOperationException(
                $"{form.Source}: {pattern.Facts.Id} is a pattern of {pattern.Workload}, not of {form.Workload.Id}"
            );
        }

        var planned = form.With(pattern.ParametersFor(mark.Model), LimitSeconds);
        return new(
            new(
                pattern.HasLanes ? FloorRole.Form : FloorRole.Primitive,
                pattern.Facts.Id,
                mark.Model,
                form.Variant,
                mark.Primitive,
                mark.PublicCode,
                mark.Aside,
                planned.Case,
                form.Source,
                []
            ),
            planned
        );
    }
}
