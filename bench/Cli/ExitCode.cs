namespace Bench.Cli;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
    public const int WorseThanAllowed = 3;
    public const int Inconclusive = 4;
    public const int Interrupted = 130;
}
