using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.RuntimeLanes;

/// <summary>
/// A program of another runtime, spoken to in lines of JSON: what is asked is answered within a time, or the program is ended and
/// what became of it is said in one line.
/// </summary>
public sealed class RuntimeProcess : IDisposable
{
    /// <summary>The version of the messages.</summary>
    public const int Schema = 1;

    internal const string SeeProtocol = "bench/docs/reference-protocol.md says what is expected";
    private const int MostCharacters = 200;
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);
    private readonly Process _process;
    private LineReader _lines = new(TextReader.Null);
    private bool _hasStarted;
    private readonly string _name;
    private readonly TimeSpan _patience;
    private string? _complaint;

    private RuntimeProcess(string name, IReadOnlyList<string> command, TimeSpan patience)
    {
        (_name, _patience) = (name, patience);
        _process = new() { StartInfo = new(command[0], command.Skip(1)) };
        _process.StartInfo.RedirectStandardInput = true;
        _process.StartInfo.RedirectStandardOutput = true;
        _process.StartInfo.RedirectStandardError = true;
        _process.ErrorDataReceived += (_, line) => _complaint ??= Cut(line.Data);
    }

    /// <summary>Its id.</summary>
    public int Id => _process.Id;

    /// <summary>True when it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>The version that it told of its runtime.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Starts a program and hears which runtime it has.</summary>
    /// <param name="name">The runtime's name.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="patience">Longest time for an answer.</param>
    /// <exception cref="LaneFailureException">It cannot be started, or speaks otherwise.</exception>
    public static RuntimeProcess Start(string name, IReadOnlyList<string> command, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(command);
        var child = new RuntimeProcess(name, command, patience);
        try
        {
            child.Begin(command[0]);
            var hello = child.Receive("hello", "its start");
            child.Require(
                hello.Number("schema") == Schema,
                $"speaks version {hello.Number("schema")}, not {Schema}"
            );
            child.Version = hello.Text("runtime");
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    /// <summary>Asks for something and hears what came of it.</summary>
    /// <param name="question">The question; its <c>type</c> says what is asked.</param>
    /// <param name="answer">The type of the answer.</param>
    /// <param name="heard">
    /// Told of each message before the answer, by its type. The program waits after each of them until it has been told to go on.
    /// </param>
    /// <exception cref="LaneFailureException">It did not answer so.</exception>
    public Answer Ask(
        JsonObject question,
        string answer,
        IReadOnlyDictionary<string, Action<Answer>>? heard = null
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        var asked = $"'{question["type"]}'";
        Send(question, asked);
        while (true)
        {
            var message = Receive(null, asked);
            if (message.Type == answer)
            {
                return message;
            }

            if (heard is null || !heard.TryGetValue(message.Type, out var listen))
            {
                throw Fails(
                    $"answered {asked} by '{Cut(message.Type)}' where '{answer}' was expected; {SeeProtocol}"
                );
            }

            listen(message);
            Send(new() { ["type"] = "go" }, asked);
        }
    }

    /// <summary>Says of the program that it does what it must not.</summary>
    /// <exception cref="LaneFailureException">The condition does not hold.</exception>
    public void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw Fails(otherwise);
        }
    }

    /// <summary>Ends the program, by its own id when it does not end as its input does.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithThisProcess;
        if (_hasStarted)
        {
            Leave();
        }

        _process.Dispose();
    }

    private void Begin(string program)
    {
        try
        {
            _process.Start();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw Fails($"'{program}' cannot be started: {error.Message}");
        }

        _hasStarted = true;
        _lines = new(_process.StandardOutput);
        _process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += EndWithThisProcess;
    }

    private void Leave()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has gone already.
        }

        if (!_process.WaitForExit(s_farewell))
        {
            Kill();
        }
    }

    private void Send(JsonObject message, string asked)
    {
        try
        {
            _process.StandardInput.WriteLine(message.ToJsonString());
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            throw Fails($"ended before it could be told {asked}{HowItEnded()}");
        }
    }

    private Answer Receive(string? type, string asked)
    {
        var line = ReadLine(asked) ?? throw Fails($"ended after {asked}{HowItEnded()}");
        Answer answer;
        try
        {
            using var document = JsonDocument.Parse(line);
            Require(document.RootElement.ValueKind == JsonValueKind.Object, NoMessage(line));
            answer = new Answer(_name, document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw Fails(NoMessage(line));
        }

        Require(
            answer.Type != "error",
            $"gave up at {asked}: {(answer.Type == "error" ? Cut(answer.Text("message")) : "")}"
        );
        Require(type is null || answer.Type == type, NoMessage(line));
        return answer;
    }

    private string? ReadLine(string asked)
    {
        using var timeout = new CancellationTokenSource(_patience);
        try
        {
            return _lines.ReadAsync(timeout.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw new LaneFailureException(
                SampleStatus.Hung,
                $"{_name}: no answer to {asked} within {_patience.TotalSeconds:0.#} s; it was ended"
            );
        }
        catch (InvalidDataException)
        {
            throw Fails($"answered {asked} by a line of more than {LineReader.MostCharacters} characters");
        }
    }

    /// <summary>How it ended, to go on with in a sentence: its exit code and the first line that it complained.</summary>
    public string HowItEnded()
    {
        if (!_process.WaitForExit(s_farewell))
        {
            return ", or closed its output";
        }

        // Until what it wrote at last has come.
        _process.WaitForExit();
        return $" with exit code {_process.ExitCode}" + (_complaint is null ? "" : $": {_complaint}");
    }

    private LaneFailureException Fails(string what) => new(SampleStatus.Crashed, $"{_name}: {what}");

    private static string NoMessage(string line) =>
        $"said '{Cut(line)}', which is no message here; {SeeProtocol}";

    private static string? Cut(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length > MostCharacters ? text[..MostCharacters] + "…"
        : text;

    private void EndWithThisProcess(object? sender, EventArgs arguments) => Kill();

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
