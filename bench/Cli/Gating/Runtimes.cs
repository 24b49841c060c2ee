namespace Bench.Cli.Gating;

/// <summary>Versions of .NET that a build may be measured on.</summary>
internal static class Runtimes
{
    /// <param name="asked">Versions asked for.</param>
    /// <param name="installed">Versions that are here.</param>
    /// <param name="builtFor">The major version that the models are built for.</param>
    /// <exception cref="UserException">One is not here, or too old.</exception>
    public static void Check(IEnumerable<string> asked, IReadOnlyList<string> installed, int builtFor)
    {
        foreach (var version in asked)
        {
            if (!installed.Contains(version, StringComparer.Ordinal))
            {
                throw new UserException(
                    $"--runtime {version}: not installed; there are: {string.Join(", ", installed)}"
                );
            }

            if (!Version.TryParse(version.Split('-')[0], out var number) || number.Major < builtFor)
            {
                throw new UserException(
                    $"--runtime {version}: the models are built for .NET {builtFor}, which an older one cannot run"
                );
            }
        }
    }
}
