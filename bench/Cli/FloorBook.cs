using System.Reflection;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Cli;

/// <summary>The forms of this program, which are no model, and the lanes that they are held against: nothing but <c>floors</c> knows of them.</summary>
internal sealed record FloorBook(IReadOnlyList<FloorCase> Cases, IReadOnlyDictionary<string, string> Programs)
{
    private const string Name = "Floors";

    /// <param name="models">The models, whose lanes are held against the forms.</param>
    /// <param name="patterns">Ids of the patterns that are wanted; all when there are none.</param>
    /// <exception cref="UserException">There is no such pattern.</exception>
    public static FloorBook Of(Models models, IEnumerable<string> patterns)
    {
        var known = Patterns.All.Select(pattern => pattern.Facts.Id).ToList();
        var named = patterns.ToList();
        if (named.Find(id => !known.Contains(id)) is { } unknown)
        {
            throw new UserException($"unknown pattern '{unknown}'; there are: {string.Join(", ", known)}");
        }

        var assembly = Assembly.Load(Name);
        var id = assembly.GetCustomAttribute<ModelAttribute>()!.Id;
        return new(
            [
                .. FloorCases
                    .Of(assembly, models.Lanes)
                    .Where(item => named.Count == 0 || named.Contains(item.Arm.Pattern)),
            ],
            new Dictionary<string, string>(models.Programs) { [id] = assembly.Location }
        );
    }
}
