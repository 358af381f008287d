import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  words: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    lineHeight: tokens.lineHeightBase400,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** Somebody's own words, as they wrote them. */
export function Words({ text }: { text: string }) {
  const styles = useStyles();
  return <blockquote className={styles.words}>{text}</blockquote>;
}
