using Bench.Cli;
using Bench.Cli.Gating;

namespace Bench.Tests.Cli.Gating;

/// <summary>Leaves an empty program where the real compiler leaves one.</summary>
internal sealed class PretendCompiler : ISuiteCompiler
{
    public string Version { get; set; } = "10.0.1";

    /// <summary>Commits compiled so far.</summary>
    public List<string> Compiled { get; } = [];

    /// <summary>True for a suite that does not compile.</summary>
    public bool Fails { get; set; }

    public void Compile(string suite, string name, BuildKey key, CancellationToken interrupted)
    {
        Compiled.Add(key.Commit);
        if (Fails)
        {
            throw new UserException($"{name} does not build");
        }

        var program = StoredBuild.ProgramIn(suite);
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        File.WriteAllText(program, "");
    }
}
