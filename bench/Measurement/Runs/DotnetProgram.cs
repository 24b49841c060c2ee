namespace Bench.Measurement.Runs;

/// <summary>How programs of this suite are started.</summary>
public static class DotnetProgram
{
    /// <summary>The host that starts them: the one that runs this program, where it is one.</summary>
    public static string Host { get; } =
        Environment.ProcessPath is { } path
        && Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? path
            : "dotnet";
}
