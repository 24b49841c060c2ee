namespace Bench.Workloads;

/// <summary>One account and its journal. Not safe for several units at once: that is the model's part.</summary>
/// <param name="cents">Opening balance, cents.</param>
/// <param name="database">Decides what is declined; null where the account decides by its balance.</param>
public sealed class Account(long cents, IMoneyDatabase? database = null)
{
    private readonly List<Payment> _debits = [];
    private readonly List<Payment> _credits = [];
    private readonly List<Payment> _declined = [];

    /// <summary>Balance, cents.</summary>
    public long Cents { get; private set; } = cents;

    /// <summary>Every payment that this account has made, in order.</summary>
    public IReadOnlyList<Payment> Debits => _debits;

    /// <summary>Every payment that this account has received, in order.</summary>
    public IReadOnlyList<Payment> Credits => _credits;

    /// <summary>Every payment that the balance did not cover, in order.</summary>
    public IReadOnlyList<Payment> Declined => _declined;

    /// <summary>An account as it was found, with its journal.</summary>
    /// <param name="cents">Balance, cents.</param>
    /// <param name="debits">What it has paid, in order.</param>
    /// <param name="credits">What it has received, in order.</param>
    /// <param name="declined">What its balance did not cover, in order.</param>
    public static Account Found(
        long cents,
        IEnumerable<Payment> debits,
        IEnumerable<Payment> credits,
        IEnumerable<Payment> declined
    )
    {
        var account = new Account(cents);
        account._debits.AddRange(debits);
        account._credits.AddRange(credits);
        account._declined.AddRange(declined);
        return account;
    }

    /// <summary>Takes the amount out, or declines the payment when the balance does not cover it.</summary>
    public bool TryDebit(Payment payment)
    {
        if (
            database is null
                ? Cents < payment.Cents
                : database.Decision(payment.Number) != PaymentReply.Settled
        )
        {
            _declined.Add(payment);
            return false;
        }

        Cents -= payment.Cents;
        _debits.Add(payment);
        return true;
    }

    /// <summary>Puts the amount in.</summary>
    public void Credit(Payment payment)
    {
        Cents += payment.Cents;
        _credits.Add(payment);
    }
}
