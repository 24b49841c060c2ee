namespace Bench.Analysis.Trends;

/// <summary>
/// Finds steps by binary segmentation of the cumulative sums of the whitened series: the best further step is taken as
/// long as it is significant over all places, then each is judged beside the others, and the weakest that does not stand goes.
/// </summary>
/// <param name="Level">Chance at which a flat series may show a step.</param>
/// <param name="LeastEffect">Steps lower than this, in the unit of the values, do not matter.</param>
internal sealed record Steps(double Level, double LeastEffect)
{
    private const int ValuesPerStep = 10;

    /// <returns>In the order of the series.</returns>
    public IReadOnlyList<FoundStep> In(StepModel model) => Standing(model, Taken(model));

    private List<int> Taken(StepModel model)
    {
        List<int> steps = [];
        while (
            steps.Count <= model.Count / ValuesPerStep
            && model.Best(steps) is { } best
            && best.PValue <= Level
        )
        {
            steps.Add(best.At);
            steps.Sort();
        }

        return steps;
    }

    private List<FoundStep> Standing(StepModel model, List<int> steps)
    {
        while (steps.Count > 0)
        {
            var dependence = model.Dependence(steps);
            for (var i = 0; i < steps.Count; i++)
            {
                steps[i] = Judged(model, steps, i, dependence).At;
            }

            dependence = model.Dependence(steps);
            List<FoundStep> found = [.. steps.Select((_, i) => Judged(model, steps, i, dependence))];
            var weakest = found.Where(step => !Stands(step)).MaxBy(step => step.PValue);
            if (weakest is null)
            {
                return found;
            }

            steps.RemoveAt(found.IndexOf(weakest));
        }

        return [];
    }

    private static FoundStep Judged(StepModel model, List<int> steps, int index, double dependence) =>
        model.Judged(steps[index], [.. steps.Where((_, other) => other != index)], dependence);

    private bool Stands(FoundStep step) => step.PValue <= Level && Math.Abs(step.Effect.Size) >= LeastEffect;
}
