using System.Reflection;
using Bench.Cli.Terminal;
using Bench.Cli.Verbs;
using Bench.Results;
using CommandLine;
using CommandLine.Text;

namespace Bench.Cli;

/// <summary>Parses the command line and runs the verb.</summary>
internal static class VerbRunner
{
    /// <summary>All verbs, in the order of the help.</summary>
    public static IReadOnlyList<Type> Verbs { get; } =
    [
        typeof(RunVerb),
        typeof(ListVerb),
        typeof(VerifyVerb),
        typeof(ReportVerb),
        typeof(CompareVerb),
        typeof(DoctorVerb),
        typeof(CrossoversVerb),
        typeof(ClaimsVerb),
        typeof(FloorsVerb),
        typeof(FaultsVerb),
        typeof(NodeVerb),
        typeof(DecideVerb),
        typeof(GateVerb),
        typeof(HistoryVerb),
        typeof(TrendVerb),
        typeof(ServeVerb),
        typeof(ExplainVerb),
        typeof(CompletionVerb),
        typeof(TestVerb),
    ];

    /// <returns>The process's exit code.</returns>
    public static int Run(string[] arguments)
    {
        try
        {
            (Talk.Options, arguments) = TalkOptions.Take(arguments);
        }
        catch (UserException error)
        {
            return Refuse(error.Message);
        }

        if (arguments.Length == 0)
        {
            arguments = ["run"];
        }

        using var parser = new Parser(settings =>
        {
            settings.HelpWriter = null;
            settings.AutoVersion = false;
        });
        arguments = RepeatedOptions.Joined(arguments, Verbs);
        var result = parser.ParseArguments(arguments, [.. Verbs]);
        try
        {
            return result.MapResult<IVerb, int>(
                verb => Execute(verb, arguments),
                errors => Explain(result, [.. errors])
            );
        }
        catch (Exception error) when (error is UserException or ResultsException)
        {
            return Refuse(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse($"{error.Message} Choose another folder or free it.");
        }
        catch (Exception error)
        {
            Talk.Line(
                $"error: {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")} (a fault of the suite; samples already taken are kept)"
            );
            return ExitCode.Failed;
        }
    }

    private static int Execute(IVerb verb, string[] arguments)
    {
        if (verb.Surplus.FirstOrDefault() is { } surplus)
        {
            throw new UserException($"unexpected argument '{surplus}'; see ./run.sh --help");
        }

        if (OptionWithoutValue(verb, arguments) is { } option)
        {
            throw new UserException($"option {option} needs a value; see ./run.sh --help");
        }

        return verb.Run();
    }

    // CommandLineParser takes an option without its value for one that was not given.
    private static string? OptionWithoutValue(IVerb verb, string[] arguments)
    {
        var withValue = verb.GetType()
            .GetProperties()
            .Where(property => property.PropertyType != typeof(bool))
            .Select(property => property.GetCustomAttribute<OptionAttribute>())
            .Where(option => option is not null)
            .Select(option => $"--{option!.LongName}")
            .ToHashSet(StringComparer.Ordinal);
        return arguments
            .Where(
                (argument, index) =>
                    withValue.Contains(argument) && IsOption(arguments.ElementAtOrDefault(index + 1))
            )
            .FirstOrDefault();
    }

    private static bool IsOption(string? argument) =>
        argument is null || argument.StartsWith("--", StringComparison.Ordinal);

    private static int Explain(ParserResult<object> result, List<Error> errors)
    {
        if (
            errors.Exists(error =>
                error.Tag is ErrorType.HelpRequestedError or ErrorType.HelpVerbRequestedError
            )
        )
        {
            Console.Out.WriteLine(Help(result));
            return ExitCode.Fine;
        }

        return Refuse($"{Sentence(errors[0])}; see ./run.sh --help");
    }

    private static int Refuse(string message)
    {
        Talk.Line($"error: {message}");
        return ExitCode.WrongUse;
    }

    private static string Help(ParserResult<object> result) =>
        HelpText.AutoBuild(
            result,
            help =>
            {
                help.Heading =
                    "bench: the same workloads on threads, tasks, channels and actors, measured alike";
                help.Copyright = "";
                help.AutoVersion = false;
                help.AdditionalNewLineAfterOption = false;
                help.AddPostOptionsLines(Footer(result.TypeInfo.Current));
                help.MaximumDisplayWidth = 100;
                return HelpText.DefaultParsingErrorsHandler(result, help);
            },
            example => example,
            verbsIndex: result.TypeInfo.Current == typeof(NullInstance)
        );

    private static IEnumerable<string> Footer(Type verb) =>
        [
            .. verb.GetCustomAttributes<ExampleAttribute>()
                .SelectMany(example => new[] { $"  # {example.Purpose}", $"  ./run.sh {example.Arguments}" })
                .Prepend(verb == typeof(NullInstance) ? "" : "Examples:"),
            $"Every verb also takes {string.Join("; ", TalkOptions.All.Select(option => $"{option.Name}: {char.ToLowerInvariant(option.Help[0])}{option.Help[1..^1]}"))}.",
            "Exit codes: 0 fine, 1 failed, 2 wrong use, 3 worse than allowed, 4 inconclusive, 130 interrupted.",
        ];

    private static string Sentence(Error error) =>
        error switch
        {
            BadVerbSelectedError bad => $"there is no verb '{bad.Token}'",
            NoVerbSelectedError => "a verb is missing",
            UnknownOptionError unknown => $"there is no option '{unknown.Token}'",
            MissingValueOptionError missing => $"option --{missing.NameInfo.LongName} needs a value",
            BadFormatConversionError bad => $"the value of --{bad.NameInfo.LongName} has the wrong form",
            MissingRequiredOptionError missing when missing.NameInfo.LongName.Length > 0 =>
                $"option --{missing.NameInfo.LongName} is required",
            MissingRequiredOptionError => "an argument is missing",
            RepeatedOptionError repeated => $"option --{repeated.NameInfo.LongName} is given twice",
            _ => $"the command line cannot be read ({error.Tag})",
        };
}
