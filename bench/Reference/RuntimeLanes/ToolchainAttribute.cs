namespace Bench.RuntimeLanes;

/// <summary>
/// Says of a model's assembly how the programs of its runtime are built and started. In the commands <c>{built}</c> stands for the
/// folder of the built program, and <c>{sources}</c> alone for all source files; they run in the folder of the sources.
/// </summary>
/// <param name="name">The runtime's name for readers.</param>
/// <param name="least">The oldest version that will do, such as <c>1.18</c>.</param>
/// <param name="build">The command that builds.</param>
/// <param name="start">The command that starts.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ToolchainAttribute(string name, string least, string[] build, string[] start) : Attribute
{
    public string Name { get; } = name;
    public string Least { get; } = least;
    public IReadOnlyList<string> Build { get; } = build;
    public IReadOnlyList<string> Start { get; } = start;
}
