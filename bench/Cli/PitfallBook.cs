using System.Reflection;
using Bench.Measurement.Hosting;
using Bench.Measurement.Pitfalls;

namespace Bench.Cli;

/// <summary>The pitfalls of this program, which are no model: nothing but <c>verify --pitfalls</c> and claims know of them.</summary>
internal sealed record PitfallBook(
    IReadOnlyList<Pitfall> Pitfalls,
    IReadOnlyDictionary<string, string> Programs
)
{
    private const string Name = "Pitfalls";

    /// <param name="models">The models, whose ordinary lanes are the right ones.</param>
    public static PitfallBook Of(Models models)
    {
        var assembly = Assembly.Load(Name);
        var id = assembly.GetCustomAttribute<ModelAttribute>()!.Id;
        return new(
            Pitfall.Of(assembly, models.Lanes),
            new Dictionary<string, string>(models.Programs) { [id] = assembly.Location }
        );
    }
}
