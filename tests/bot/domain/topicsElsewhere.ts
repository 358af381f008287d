/**
 * Sentences by somebody who knew the catalogue's labels and nothing else of it, written after everything in it.
 * What was first heard of them is in the test beside this; names and turns of phrase were mended since.
 * Each names what must be heard; `a|b` means either would do.
 */
export const ELSEWHERE: Readonly<
  Record<string, readonly (readonly [sentence: string, ...topics: string[]])[]>
> = {
  /** A topic in everyday words, by product or with a slip of the pen. */
  named: [
    ['excell pls, pivots and vlookup and all that', 'excel'],
    ["I'd love someone to show me powerbi", 'dashboards|dataVisualisation'],
    ["block chain, bitcoin, ethereum, whatever it's called this week", 'blockchain'],
    [
      "ChatGPT. My kids use it, my mother uses it, I am apparently the last person in this country who doesn't.",
      'generativeAi|ai|prompting',
    ],
    ['Phishing and hackers. How do I avoid becoming the guy who clicked the link?', 'cybersecurity'],
    ['GDPR stuff, urgently please', 'dataPrivacy'],
    ['AWS and Azure for a non-techie', 'cloud'],
    ['coding, maybe Java or C#', 'programming'],
    ['pandas and numpy in jupyter notebooks, I use them every day', 'python|dataAnalysis|dataScience'],
    ['I can build you a PowerApp in an afternoon', 'lowCode|mobileApps'],
    ['RPA bots with UiPath, did already 12 of them for accounts payable', 'automation|robotics'],
    ['Oculus headsets, the metaverse, that kind of thing', 'vr'],
    ['can show anybody how Miro and Mural work', 'collaborationTools'],
    ['Powerpoint. Mine look like ransom notes.', 'presentations'],
    ['S/4 HANA transactions, fourteen years of it, I still dream in T-codes', 'sap'],
    ['salesforce and hubspot administration', 'crmTools|sales'],
    ['Figma, wireframes and usability tests', 'ux|webDesign'],
    ['wordpress, i run three home pages on it for my village', 'webDesign|contentCreation'],
    ['I could explain qubits and entanglement, it was my PhD before I turned respectable', 'quantum|science'],
    ['Tableau graphs that managment actualy looks at', 'dataVisualisation|dashboards'],
    ['writing querys in postgres', 'sql'],
    [
      'regression, p-values, standard deviations. I promise it hurts less than you remember.',
      'statistics|dataScience|dataAnalysis',
    ],
    ['Celonis, we rolled it out in our plant last year', 'processMining'],
    ['insta stories and hashtags', 'instagram|socialMedia'],
    ['tik tok please, but explain it to me like I am 58, because I am', 'shortVideo|socialMedia'],
    ['polishing my Linked-In profile', 'linkedIn|personalBrand'],
    ['I cut clips in Premiere and DaVinci, also colour grading', 'videoMaking|contentCreation'],
    ['SEO and google adwords', 'digitalMarketing'],
    [
      'Kanban, sprints, retros. Happy to help, I have survived five years of daily stand-ups.',
      'agile|productManagement',
    ],
    ['home office without going mad', 'remoteWork|workLife'],
    ['PRINCE2, Gantt charts, milestones, the whole old-school toolbox', 'projectManagement'],
    ['Six sigma black belt here, kaizen is my religion', 'qualityLean'],
    [
      "Self-marketing, being visible as an expert in my field. My husband says I'm too modest and my boss says it too.",
      'personalBrand|linkedIn',
    ],
    ['Haggling. My grandmother sold carpets and she taught me everything.', 'negotiation'],
    ['Would be nice to improve my spanish a little', 'languagesLearning'],
    ['sketchnotes, flip charts with the little stick men on it', 'visualThinking'],
    ['talent acquisition and headhunting, 9 yrs', 'recruiting'],
    [
      "Queer colleagues, pronouns, coming out at work. I'd honestly like to know what is ok to ask.",
      'lgbtq|inclusion',
    ],
    ['ADHD and autism in teams, both as a mum and as a boss', 'neurodiversity'],
    ['wheelchair users and screen readers, what do we get wrong', 'disability'],
    ['Klarna, Apple Pay, digital wallets', 'payments'],
    [
      "Takeovers and due dilligence. I have closed eleven deals, three of which I'd rather not discuss.",
      'mergers',
    ],
    ['ETFs and the stock exchange', 'investing|personalFinance'],
    [
      'Burn-out and depression. I have been there, I came back, and I talk about it openly if it helps somebody.',
      'mentalHealth|stress',
    ],
    ['mountainbiking or gravel, any weekend', 'cycling'],
    ['sourdough bread and croissants', 'baking'],
    ['Guitar, badly but with passion', 'playingMusic|music'],
    ["netflix recommendations, I'm through with all the Scandinavian crime", 'film'],
    ['crochet and macramé, yes I am a guy, yes I am an engineer', 'crafts'],
    ['Solar panels and heat pumps, i have both on my house since 2019', 'energy|diy'],
  ],
  /** Two topics in one sentence. */
  two: [
    [
      'I want to find out how a podcast gets made, and in return I can teach anybody bookkeeping.',
      'podcasts',
      'accounting',
    ],
    [
      'Learn: CSRD and the whole non-financial disclosure thing. Offer: marathon training plans.',
      'esg|sustainability|climate',
      'running',
    ],
    ['can help with NDAs and legal clauses, would love to fly a drone once', 'lawBasics', 'robotics'],
    [
      "If somebody shows me how MS Teams channels are supposed to work, I'll show them how to prune roses",
      'teamsTool',
      'gardening',
    ],
    ['tips for prioritising my day wanted, snowboard lessons given', 'timeManagement', 'winterSports'],
    [
      'I am good in cost controlling and monthly closing, I want learn about the influencer world',
      'controllingReporting|financeBasics|budgets|accounting',
      'influencers',
    ],
    [
      'How do people make a living from Twitch? In exchange: chess openings, up to about 1700 Elo.',
      'youtube|gamingIndustry',
      'boardGames|gamingIndustry',
    ],
    [
      'Happy to explain tenders and supplier selection; curious about smart home sensors',
      'procurement',
      'iot',
    ],
    ['meditating, and how to finally get eight hours of sleep', 'mindfulness', 'sleepHabits'],
    [
      'I can offer twenty years of key account business and cold calls. I would like to know what on earth a meme is and why my daughter sends me frogs.',
      'sales',
      'memes',
    ],
    ['prompt engineering for me, riesling and pinot for you', 'prompting|generativeAi|ai', 'wine'],
    [
      "I'd swap my knowledge of manufacturing and shift planning for an intro to neural networks",
      'operations',
      'machineLearning|ai',
    ],
    [
      'I give pilates classes on the weekend. From May on I will have my first own team as a new manager and need help with that',
      'yoga',
      'firstLeadership|leadership',
    ],
    [
      'Photos, mostly portraits, that I can do. Looking for: someone to check my resumé',
      'photography',
      'jobApplications',
    ],
    [
      'I would like to get better at making contacts at conferences, and I know a lot about hedging and insurance if that is of use to anyone',
      'networking',
      'riskManagement',
    ],
    [
      "the gender pay gap is what I care about most, and I'd take anyone bouldering",
      'genderEquality',
      'climbing',
    ],
    [
      'Puppy training in exchange for help with my pension and savings plan',
      'pets',
      'personalFinance|investing',
    ],
    [
      "Ramadan, prayer breaks, fasting during shift work: I explain gladly. I'd like to hear from a founder how you raise venture capital.",
      'faith|inclusion',
      'startups',
    ],
    [
      'give: intercultural training India/Germany. take: what to wear, styling, outfits, I own four grey suits',
      'interculturalWork|migration|languagesTravel',
      'fashion',
    ],
    [
      'I can talk about hot flushes and hormones without blushing, and I want to learn salsa',
      'menopause',
      'dancing',
    ],
    [
      'certified systemic coach, searching padel or badminton partner who also wants something in return',
      'coaching',
      'tennis',
    ],
    [
      'Recycling and reuse of packaging is my daily bread, now I want to understand webshops',
      'circularEconomy|sustainability',
      'ecommerce',
    ],
    [
      'Would like some media training for interviews with journalists. Can offer microservices and APIs.',
      'pressRelations',
      'itArchitecture|programming|cloud',
    ],
    [
      'vegan meals (offer), what Gen Z buyers want next (want)',
      'sustainableFood|cooking|foodTrends',
      'customerTrends|marketResearch',
    ],
    [
      "I bring design sprints and personas along, I'd like to try improv and stand-up comedy",
      'designThinking|ux|innovation',
      'theatre',
    ],
  ],
  /** A topic talked around. */
  around: [
    [
      'Whatever I put online, three people react and one of them is my mother.',
      'socialMedia|linkedIn|instagram|contentCreation|digitalMarketing|personalBrand|onlineReputation',
    ],
    [
      'When I have to say something in front of more than five people my knees turn into pudding',
      'publicSpeaking|confidence|presentations|bodyLanguage',
    ],
    ["I keep thinking that one day they'll notice I have no idea what I'm doing", 'confidence'],
    [
      "Two of my people haven't spoken to each other since March and I've no clue how to bring it up",
      'difficultConversations|teamwork|leadership|communicationSkills|feedbackSkills',
    ],
    [
      'We sit together for an hour, nobody decides anything, and then we book the next hour.',
      'meetingsCulture|decisionMaking',
    ],
    ['I end up doing everything myself because it is quicker than explaining it', 'delegation|leadership'],
    ['4000 unread and everybody puts everybody in cc', 'chatEtiquette|timeManagement|productivityTools'],
    [
      "I look at it at dinner, in bed, even at the red light. My wife says it's her or the phone.",
      'digitalDetox',
    ],
    [
      'How do I tell my boss that I deserve more than what arrives at the end of the month?',
      'performanceReviews|negotiation|difficultConversations',
    ],
    ["Mum can't live alone any more and I'm juggling her pills with my shifts", 'caring|workLife'],
    [
      "twins, 14 months, both with ear infection, and a steering committee at nine. I could tell you how we manage. Some days we don't.",
      'parenting|workLife|familyTime',
    ],
    [
      'The trainees say "no cap" and "slay" and I nod politely',
      'popCulture|crossStageTalk|memes|languagesLearning',
    ],
    [
      'No one in our team dares to say that something is going wrong until it has gone wrong',
      'psychologicalSafety|feedbackSkills|testingIdeas|companyCulture',
    ],
    [
      "In two years I'm gone and everything about the old line is only in my head",
      'succession|knowledgeSharing',
    ],
    [
      "People remember my talks for years. Apparently it's because I never start with the numbers, I start with my uncle and his goat.",
      'storytelling|communicationSkills|presentations|dataStorytelling',
    ],
    [
      'who really pulls the strings here? The org chart is clearly fiction',
      'officePolitics|companyCulture|influencing',
    ],
    [
      'First one in my family who went to university, and at the dinners I still watch which fork the others take',
      'socialMobility|belonging|inclusion',
    ],
    [
      'I was born in Stuttgart. People still ask me where I am REALLY from, every week. I could help others see why that is tiring.',
      'antiRacism|unconsciousBias|inclusion|interculturalWork',
    ],
    [
      'came here from Bangalore in January, still figuring out how to get a flat, a doctor and some friends',
      'migration|languagesTravel|interculturalWork|belonging',
    ],
    [
      "I'd like to know why visitors fill the basket on our site and then disappear just before they pay",
      'ecommerce|customerExperience|ux|customerTrends|dataAnalysis',
    ],
    [
      'Three departments, three different headcounts for the same month, and each one swears theirs is right',
      'dataGovernance|controllingReporting|dataDriven|dataAnalysis',
    ],
    [
      'copy, paste, copy, paste, every monday the same 40 files. there must be a way that the computer does this alone',
      'automation|lowCode|python|productivityTools|excel|programming',
    ],
    [
      "My aunt forwards me that picture of the pope in a white puffer jacket. How was I supposed to know it wasn't real?",
      'mediaLiteracy|generativeAi|aiEthics|ai',
    ],
    [
      'What if the algorithm turns down more women than men and nobody can say why?',
      'aiEthics|unconsciousBias|genderEquality|recruiting|ai|machineLearning',
    ],
    [
      'I handed in four pages and she asked for half a page. How do people do that??',
      'writing|communicationSkills',
    ],
    [
      'In Tokyo they said yes and meant no, and it took us a year to notice',
      'interculturalWork|negotiation|languagesTravel',
    ],
    [
      "I wonder where I'll be here in ten years, and whether there's a next step for somebody like me at all",
      'careerPlanning|purpose|futureOfWork|coaching|mentoring',
    ],
    [
      "By thursday I'm so wound up that I grind my teeth",
      'stress|sleepHabits|mentalHealth|wellbeing|workLife|mindfulness',
    ],
    [
      'Nobody told us our site would be merged with the other one, I read it in the local paper',
      'internalComms|changeManagement|companyCulture',
    ],
    [
      'New system, great system, and everybody secretly keeps using the old one.',
      'changeManagement|digitalTransformation',
    ],
    [
      'I sit on the ninth floor. What do the people in the warehouse actually think of what we do up here? They are always so polite when I visit.',
      'viewFromBelow|companyCulture|engagement|internalComms|workExpectations',
    ],
    [
      "Our give-away shirts cost two euros each and I'd like to know who stitched them and what she got for it",
      'fairSupply|ethics|procurement|fashion',
    ],
    [
      'Took the night train to Barcelona instead of the plane, can tell you how',
      'greenTravel|travel|sustainability|climate|mobility',
    ],
    [
      'There are no bees any more behind our plant, only that grey lawn. I know what one could sow there.',
      'biodiversity|gardening|sustainability',
    ],
    ['Every second Saturday I hand out soup at the shelter, we always need hands', 'volunteering'],
    [
      "I'd happily take anyone up to a hut at 2,400 metres, boots required, sandwiches provided",
      'hiking|travel',
    ],
    [
      'Saturdays I stand in the south curve and scream at eleven men in shorts, somebody want to join',
      'football',
    ],
    [
      'My detective in Trieste is stuck in chapter nine since six years. Maybe somebody wants to murder someone together.',
      'creativeWriting|writing|books',
    ],
    ["There's a 1967 Beetle in pieces in my garage and I know every screw of it", 'cars|diy'],
    [
      "Last quarter I had to convince the board that the new hall pays for itself in four years. Let's say it did not go well.",
      'businessCase|influencing|financeBasics|decisionMaking|investorView|presentations',
    ],
  ],
  /** A correction: only what stays is meant. */
  correct: [
    ['you got me wrong, not football, volleyball', 'teamSports'],
    ['Not sales! SAILS. Sailing, boats, wind, water.', 'swimming'],
    ["sorry, I didn't mean Python, I meant databases, select * from and so on", 'sql'],
    ["That's wrong, I'm not after leadership, I want to be a mentor to someone", 'mentoring|coaching'],
    ['Nope, not cooking. Espresso! Latte art!', 'coffee'],
    [
      "forget the budget thing, it's really about how much we should charge for the new service, price lists and discounts",
      'pricing',
    ],
    ['I said golf with the little white ball, not VW Golf', 'golf'],
    ['Instead of Instagram please put community management, discord servers and forums', 'onlineCommunities'],
    ['hmm no. Not yoga, judo', 'martialArts'],
    [
      'Wrong one. Take agile off again, what I need is strategic planning, where do we want to be in 2035.',
      'strategy',
    ],
  ],
  /** Talk in which nobody would hear a topic. */
  innocent: [
    ['hi there, anybody home?'],
    ['Are you a real person or a robot?'],
    ["Not a cloud in the sky today and I'm stuck in the Frankfurt office"],
    ['Thanks a million, that was quick!'],
    ['My name is Ruby Baker, nice to meet you'],
    [
      'The coffee machine on the third floor is broken again. Third time this month. I am considering legal action.',
    ],
    ['Tom Cook from building C told me to click here'],
    ['sorry wrong window, this was for Stefan'],
    ['Who will read what I type in here?'],
    ["I'll think about it over lunch, it's schnitzel day"],
    ['Is there a back button?'],
    ['No idea to be honest, ask me something easier'],
    ['It never rains but it pours, eh? My umbrella gave up somewhere between the car park and the gate.'],
    ['Say hi to Francesca Price and Jonas Sellers if you see them'],
    ["ok ok let's get the ball rolling"],
    ['Long story short: Monday is bad, Tuesday is better'],
    ["Why do programmers mix up Halloween and Christmas? Because Oct 31 equals Dec 25. I'm here all week."],
    ["I'm in Reading on Wednesday and in Bath on Thursday, so Friday works"],
    ["you're preaching to the choir my friend"],
    ["The lift is stuck again and it's 31 degrees in here"],
    ['can we continue tomorrow, my battery is at 3 percent'],
    ['Mr Singh is covering for me until the 14th'],
    ["That's a piece of cake, next question please"],
    ['how long does this take? I have a train at 17:12'],
    ["lol you're funny for a machine"],
    ["Hold your horses, I haven't even sat down yet"],
    ['asdf test test 123'],
    ['I had the pasta, he had the fish, we both regretted it.'],
    ['Can I answer in German as well?'],
    ['It cost an arm and a leg to park here this morning'],
    ['Let me sleep on it'],
    ["Bob's your uncle, and then we're done here?"],
    ['my cat just walked over the keyboard, ignore that'],
    ['Sigrid Weinberger, cost centre 4711, desk by the window, in case somebody is looking for me'],
    ["I've got bigger fish to fry right now, sorry, remind me on Monday"],
  ],
};
