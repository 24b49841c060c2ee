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

    /// <summary>
    /// Where a tool says its version without being started: a file, from the tool's folder, and the name that its line begins with,
    /// such as <c>../release:JAVA_VERSION</c>. A tool that is too old, or does not say, is looked for further. Null for tools whose
    /// version is known when their program says it.
    /// </summary>
    public string? VersionIn { get; init; }

    /// <summary>
    /// Folders to look in after those of the PATH, in this order; <c>%NAME%</c> is a variable of the environment, and <c>*</c> any
    /// folder, by name.
    /// </summary>
    public string[] Folders { get; init; } = [];

    /// <summary>How a reader comes by it, to go on with after a semicolon.</summary>
    public string Advice { get; init; } = "scripts/install-runtimes.sh installs it";
}
