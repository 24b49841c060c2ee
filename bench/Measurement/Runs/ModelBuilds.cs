using Bench.Results;

namespace Bench.Measurement.Runs;

/// <summary>The builds that the cases of a run are done by.</summary>
/// <param name="own">Does every case that names no build.</param>
/// <param name="other">Does the cases of the base build; null in a run without one.</param>
public sealed class ModelBuilds(ModelBuild own, ModelBuild? other = null)
{
    /// <summary>This tree's programs alone.</summary>
    /// <param name="programs">Path of each model's program, by model id.</param>
    public ModelBuilds(IReadOnlyDictionary<string, string> programs)
        : this(new ModelBuild(programs)) { }

    /// <summary>The build that a case is done by.</summary>
    /// <exception cref="InvalidOperationException">The case is of a build that is not here.</exception>
    public ModelBuild Of(PlannedCase planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return planned.Build is null
            ? own
            : other ?? throw new InvalidOperationException($"{planned.Key} is of a build that is not here");
    }
}
