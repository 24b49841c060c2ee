using System.Reflection;
using Bench.Measurement.Hosting;

namespace Bench.Tests.Conformance;

/// <summary>Every lane there is, found as the program finds them.</summary>
internal static class EveryLane
{
    public static IReadOnlyList<Lane> All { get; } =
        Lanes.Of(
            Directory
                .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Where(House.Models.Contains)
                .Select(Assembly.Load)
        );

    public static string Name(Lane lane) => $"{lane.Workload.Id}/{lane.Model.Id}:{lane.Variant}";

    /// <summary>The names of a workload's lanes.</summary>
    public static IEnumerable<string> NamesOf(string workload) =>
        All.Where(lane => lane.Workload.Id == workload).Select(Name);

    /// <summary>A new instance of the lane with this name, to be given parameters of its own.</summary>
    public static T New<T>(string name)
        where T : Workload => (T)Activator.CreateInstance(All.Single(lane => Name(lane) == name).Type)!;
}
