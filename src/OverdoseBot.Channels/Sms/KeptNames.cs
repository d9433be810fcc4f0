using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Sms;

/// <summary>
/// Finds the names under which something of a person is kept. While the signing key is changed, whoever began under the older key goes on under it, on
/// every replica: with one key nothing is looked for.
/// </summary>
internal sealed class KeptNames(PersonNames names, IJournal journal)
{
    /// <summary>The names under which there is a conversation already; else those of the current key.</summary>
    /// <param name="conversation">The conversation that is meant, by any names.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="JournalException">The store is away: nobody knows.</exception>
    public async ValueTask<PersonNames> OfAsync(Func<PersonNames, string> conversation, CancellationToken cancel)
    {
        foreach (var older in names.Older)
        {
            if ((await journal.BeginAsync(conversation(older), "look", cancel)).Version > 0)
            {
                return older;
            }
        }

        return names;
    }
}
