namespace Bench.Cli.Verbs;

/// <summary>A command line that a user of a verb may want, shown in its help.</summary>
/// <param name="arguments">The verb and its options, as after <c>./run.sh</c>.</param>
/// <param name="purpose">What it is for, in a few words.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class ExampleAttribute(string arguments, string purpose) : Attribute
{
    public string Arguments { get; } = arguments;
    public string Purpose { get; } = purpose;
}
