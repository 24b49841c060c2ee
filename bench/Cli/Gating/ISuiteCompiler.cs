namespace Bench.Cli.Gating;

/// <summary>Compiles the suite in a checkout.</summary>
internal interface ISuiteCompiler
{
    /// <summary>Version of the compiler: builds by another version are not the same.</summary>
    string Version { get; }

    /// <param name="suite">Root of the suite.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="key">What it is.</param>
    /// <param name="interrupted">Ends the compiler.</param>
    /// <exception cref="UserException">It does not compile; the first errors have been told.</exception>
    void Compile(string suite, string name, BuildKey key, CancellationToken interrupted);
}
